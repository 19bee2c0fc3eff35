import { forms } from '../../../dialogs/index.ts';
import { createMatcher, trainModel } from '../../../src/core/matching/index.ts';
import { corpusOfTexts, type LabelledText } from '../../../src/eval/corpus-file.ts';
import { percentile } from '../../../src/eval/metrics.ts';
import { buildRival } from '../../../src/eval/rivals.ts';
import { corpusOf } from '../../../src/knowledge/corpus.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { makeCorpus } from './made-corpus.ts';

export type Measured = {
  readonly buildMs: number;
  readonly p50Us: number;
  readonly p99Us: number;
  readonly perSecond: number;
  readonly heapMb: number;
  readonly accuracy: number;
};

/** One program at one size, in a process of its own so that memory is its own: `node --expose-gc measure.ts guichet 10000`. */
const [who = '', size = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measure(who, size)));

async function measure(name: string, phrasings: string): Promise<Measured> {
  const { texts, questions } = phrasings === 'knowledge' ? knowledgeTexts() : makeCorpus(Number(phrasings));
  const before = heapMb();
  const start = performance.now();
  const ask = await build(name, texts);
  const buildMs = performance.now() - start;
  const held = heapMb() - before;
  const times: number[] = [];
  let right = 0;
  const asked = budget(questions, await timeOf(ask, questions));
  for (const { text, lang } of asked) await ask(text, lang);
  for (const { text, lang, intent } of asked) {
    const from = performance.now();
    const given = await ask(text, lang);
    times.push((performance.now() - from) * 1_000);
    if (given === intent) right++;
  }
  const total = times.reduce((sum, time) => sum + time, 0);
  return {
    buildMs: Math.round(buildMs),
    p50Us: Math.round(percentile(times, 0.5)),
    p99Us: Math.round(percentile(times, 0.99)),
    perSecond: Math.round((1e6 * times.length) / total),
    heapMb: Math.round(held),
    accuracy: right / times.length,
  };
}

type Ask = (text: string, language: string) => Promise<string | undefined>;

async function build(name: string, texts: readonly LabelledText[]): Promise<Ask> {
  if (name !== 'guichet') {
    const rival = await buildRival(name === 'nlpjs' ? 'nlpjs' : 'fuse', texts, 'english');
    return async (text, language) => (await rival.ask(text, language)).ranked[0];
  }
  const matcher = createMatcher(trainModel(corpusOfTexts(texts, 'knowledge')));
  return (text) => Promise.resolve(matcher.match(text).ranked[0]?.intent);
}

/** The knowledge base's phrasings, every tenth kept back as a question. */
function knowledgeTexts(): { texts: LabelledText[]; questions: LabelledText[] } {
  const all = corpusOf(loadKnowledge('knowledge', forms)).intents.flatMap(({ id, phrasings }) =>
    phrasings.map(({ text, language }) => ({ text, intent: id, lang: language })),
  );
  return { texts: all.filter((_, i) => i % 10 !== 0), questions: all.filter((_, i) => i % 10 === 0) };
}

/** Milliseconds of one question. */
async function timeOf(ask: Ask, [first]: readonly LabelledText[]): Promise<number> {
  const start = performance.now();
  if (first !== undefined) await ask(first.text, first.lang);
  return performance.now() - start;
}

/** As many questions as take about ten seconds, at least ten. */
function budget(questions: readonly LabelledText[], milliseconds: number): readonly LabelledText[] {
  return questions.slice(0, Math.max(10, Math.floor(10_000 / Math.max(milliseconds, 0.001))));
}

/** Heap and typed arrays after a full collection. */
function heapMb(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}
