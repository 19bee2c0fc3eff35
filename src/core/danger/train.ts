import { hashText } from '../matching/hash.ts';
import { ask, type ClassifierModel } from './classifier.ts';
import type { DangerData, DangerExample } from './data.ts';
import { learn, learningDefaults, type Lesson } from './descend.ts';
import type { DangerModel } from './detector.ts';
import type { Vector } from './features.ts';
import { createDangerReader, type Part } from './reader.ts';
import { dangerKinds } from './signs.ts';
import { writeLexicon } from './write-lexicon.ts';

export function trainDanger(data: DangerData): DangerModel {
  const { lexicons, examples: written, ordinary: asked } = data;
  const lexicon = writeLexicon(lexicons);
  const { partsOf } = createDangerReader(data, lexicon);
  const read = (text: string, context: readonly string[]) => partsOf(text, context).map(toLearnFrom);
  const examples = written.map((example) => ({ example, parts: read(example.text, example.context) }));
  // Half of them after others: that something was said before is no danger by itself.
  const ordinary = asked.map((text, n) => read(text, n % 2 === 0 ? [] : asked.slice(Math.max(0, n - 2), n)));
  return { ...trainOn(examples, ordinary), lexicon };
}

/** Of a part what is learned from: of tens of thousands everything would fill the memory. */
type Lessoned = {
  readonly turn: number;
  readonly vector: Vector;
  readonly whole: boolean;
  readonly signs: number;
};

function toLearnFrom({ passage, vector }: Part): Lessoned {
  const signs = Math.max(0, ...passage.hits.map(({ sign }) => (sign.degree === 'certain' ? 2 : 1)));
  return { turn: hashText(passage.words.join(' ')), vector, whole: passage.whole, signs };
}

/** An example, and the passages that it is judged by. */
type ReadExample = { readonly example: DangerExample; readonly parts: readonly Lessoned[] };

/**
 * Learns from the examples, and from ordinary questions what is none. In a long example one passage holds the danger: first
 * the one with most signs is taken for it, then the one that a first model finds.
 */
function trainOn(examples: readonly ReadExample[], questions: readonly (readonly Lessoned[])[]): ClassifierModel {
  const asked = Math.min(weights.asked, allAsked / Math.max(questions.length, 1));
  const ordinary = questions.flatMap((parts) => lessonsOf(none, parts, signsOf, asked));
  const lessons = (score: (part: Lessoned) => number): Lesson[] =>
    examples.flatMap(({ example, parts }) => lessonsOf(example, parts, score, weightOf(example)));
  const first = learn([...lessons(signsOf), ...ordinary], { ...learningDefaults, epochs: firstEpochs });
  // Most ordinary questions are plain by then: only those that are not are looked at again.
  const doubtful = ordinary.filter(({ vector }) => ask(first, vector).danger > plainly);
  return learn([...lessons(({ vector }) => ask(first, vector).danger), ...doubtful], learningDefaults, first);
}

function lessonsOf(
  { degree, kind }: Pick<DangerExample, 'degree' | 'kind'>,
  parts: readonly Lessoned[],
  score: (part: Lessoned) => number,
  weight: number,
): Lesson[] {
  if (degree === 'none') {
    const share = weight / Math.sqrt(parts.length);
    return parts.map(({ turn, vector }) => ({ turn, vector, is: { danger: false, certain: false }, weight: share }));
  }
  const kinds = kind === null ? {} : Object.fromEntries(dangerKinds.map((one) => [one, one === kind]));
  const best = parts.reduce<Lessoned | null>(
    (held, part) => (held === null || score(part) > score(held) ? part : held),
    null,
  );
  if (best === null) return [];
  const is = { danger: true, certain: degree === 'certain', ...kinds };
  const around = parts.filter((part) => part.whole && part !== best);
  return [
    { turn: best.turn, vector: best.vector, is, weight },
    ...around.map(({ turn, vector }) => ({ turn, vector, is, weight: weight * weights.whole })),
  ];
}

function weightOf({ degree, ordinary }: DangerExample): number {
  return degree !== 'none' ? 1 : ordinary ? weights.ordinary : weights.nearMiss;
}

const signsOf = ({ signs }: Lessoned): number => signs;
const none = { degree: 'none', kind: null } as const;
/**
 * Beside a danger, chosen by cross-validation, see docs/safety.md. An ordinary question that is heard wrongly stands for many
 * that nobody wrote down, the desk's own (`asked`) most; a near-miss may get the numbers sooner than a danger goes without.
 * What stands around the danger (`whole`) is no danger, and yet takes nothing from it.
 */
const weights = { asked: 3, ordinary: 2, nearMiss: 0.7, whole: 1 };
/** All phrasings together: a topic more must make no danger less heard. */
const allAsked = 78_000;
const firstEpochs = 2;
const plainly = 0.02;
