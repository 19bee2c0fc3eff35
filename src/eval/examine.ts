import { createMatcher, trainModel, type Corpus, type Matcher } from '../core/matching/index.ts';
import type { LabelledText } from './corpus-file.ts';
import { accuracyOf, outOfScope, percentile, round, topAccuracy, type Accuracy, type Outcome } from './metrics.ts';
import type { Rival } from './rivals.ts';
import { withTypos } from './typos.ts';

export type Examination = Accuracy & {
  readonly noisyAccuracy: number | null;
  readonly buildMs: number;
  readonly p50Us: number;
  readonly p99Us: number;
  readonly perSecond: number;
  readonly rssMb: number;
};

export type Examined = { readonly figures: Examination; readonly outcomes: readonly Outcome[] };

type Ask = (text: string, language: string) => Omit<Outcome, 'expected'> | Promise<Omit<Outcome, 'expected'>>;

/** Builds Guichet's matcher from the corpus and puts every question to it. */
export async function examineMatcher(
  corpus: Corpus,
  questions: readonly LabelledText[],
  typos: boolean,
): Promise<Examined> {
  return examine(() => Promise.resolve(askMatcher(createMatcher(trainModel(corpus)))), questions, typos);
}

export async function examineRival(
  build: () => Promise<Rival>,
  questions: readonly LabelledText[],
  typos: boolean,
): Promise<Examined> {
  return examine(
    async () => {
      const rival = await build();
      return (text, language) => rival.ask(text, language);
    },
    questions,
    typos,
  );
}

export function askMatcher(matcher: Matcher): (text: string) => Omit<Outcome, 'expected'> {
  return (text) => {
    const { kind, ranked } = matcher.match(text);
    return {
      ranked: ranked.map(({ intent }) => intent),
      confidence: ranked[0]?.score ?? 0,
      declined: kind === 'decline',
    };
  };
}

async function examine(
  build: () => Promise<Ask>,
  questions: readonly LabelledText[],
  typos: boolean,
): Promise<Examined> {
  const before = performance.now();
  const ask = await build();
  const buildMs = performance.now() - before;
  // Once to warm up: a server that has answered before is what people meet.
  for (const { text, lang } of questions.slice(0, warmUp)) await ask(text, lang);
  const times: number[] = [];
  const outcomes: Outcome[] = [];
  for (const { text, lang, intent } of questions) {
    const start = performance.now();
    const outcome = await ask(text, lang);
    times.push((performance.now() - start) * 1_000);
    outcomes.push({ expected: intent, ...outcome });
  }
  return {
    figures: {
      ...accuracyOf(outcomes),
      noisyAccuracy: typos ? await noisyAccuracy(ask, questions) : null,
      buildMs: Math.round(buildMs),
      p50Us: Math.round(percentile(times, 0.5)),
      p99Us: Math.round(percentile(times, 0.99)),
      perSecond: Math.round(1e6 / (times.reduce((sum, time) => sum + time, 0) / times.length)),
      rssMb: round(process.memoryUsage().rss / 2 ** 20),
    },
    outcomes,
  };
}

async function noisyAccuracy(ask: Ask, questions: readonly LabelledText[]): Promise<number> {
  const outcomes: Outcome[] = [];
  for (const { text, lang, intent } of questions) {
    if (intent !== outOfScope) outcomes.push({ expected: intent, ...(await ask(withTypos(text), lang)) });
  }
  return topAccuracy(outcomes);
}

const warmUp = 1_000;
