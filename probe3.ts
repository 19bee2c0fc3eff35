import { tales } from './test/conversation/tales/judge.ts';
import { takeTurn, incoming, readText } from './test/conversation/talk.ts';
import { freshState } from './src/conversation/state.ts';
const [file, half, at] = process.argv.slice(2);
const t = tales('./' + file)[half as 'build'].filter((x) => x.says.includes(at!))[0]!;
const r = await takeTurn(incoming(t.says, 0), freshState);
console.log(JSON.stringify({ ...r.trace, sources: 0 }, null, 1).slice(0, 900)); console.log(readText(r).slice(0, 1500));
