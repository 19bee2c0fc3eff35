import { judge, tales } from './test/conversation/tales/judge.ts';
import { hearDanger } from './test/conversation/talk.ts';
for (const t of tales('./letters.yaml').build) { const d = hearDanger(t.says); if (d) console.log(t.says.slice(0,80), JSON.stringify(d)); }
