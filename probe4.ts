import { tales } from './test/conversation/tales/judge.ts';
import { knowledge } from './test/conversation/talk.ts';
import { asksForPerson } from './src/conversation/person/recognise-request.ts';
import { partsOf } from './src/conversation/reading/split-questions.ts';
for (const f of ['letters.yaml','several.yaml']) for (const h of ['build','held'] as const) for (const t of tales('./'+f)[h]) if (asksForPerson(t.says, Object.values(knowledge.person))) console.log(h, t.says.slice(0,50), '|', partsOf(t.says).filter((p)=>asksForPerson(p, Object.values(knowledge.person))));
