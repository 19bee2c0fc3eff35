import { judge, tales } from './test/conversation/tales/judge.ts';
const want = process.argv[2] ?? 'build';
for (const file of ['several.yaml', 'letters.yaml']) {
  const halves = tales('./' + file);
  for (const half of ['build','held'] as const) {
    const judged = [];
    for (const tale of halves[half]) judged.push(await judge(tale));
    const n = (v: string) => judged.filter((j) => j.verdict === v).length;
    console.log(file, half, 'right', n('right'), 'half', n('half'), 'wrong', n('wrong'), 'lengths', Math.min(...halves[half].map((t) => t.says.length)), Math.max(...halves[half].map((t) => t.says.length)));
    if (want === half || want === 'both') for (const j of judged) if (j.verdict !== 'right') console.log('  ', j.verdict, JSON.stringify(j.tale.says.slice(0, 70)), 'WANT', j.tale.expects.join(','), 'GOT', j.topics.join(','));
  }
}
