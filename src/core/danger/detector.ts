import { ask, slotWeight, type Answers, type ClassifierModel } from './classifier.ts';
import type { DangerData } from './data.ts';
import { wordSlot } from './features.ts';
import { createDangerReader, type Part } from './reader.ts';
import { languageScores } from './spoken.ts';
import { dangerKinds, type DangerDegree, type DangerKind } from './signs.ts';

/** Danger in a text. `certain`: it is happening. `possible`: it is not said when, or only hinted at. */
export type Danger = {
  readonly degree: DangerDegree;
  readonly kind: DangerKind;
  /** Whose numbers are said as well: somebody who is wounded by their own hand. */
  readonly also: DangerKind | null;
  /** The words that spoke. */
  readonly words: readonly string[];
  /** How much speaks for each language that the passage is written in it. */
  readonly languages: Readonly<Record<string, number>>;
};

export type DangerFinding = {
  readonly danger: Danger | null;
  /** The passage that speaks most for danger: what was asked of it, its signs, and what may excuse them. */
  readonly answers: Answers | null;
  readonly signs: readonly string[];
  readonly excuses: readonly string[];
  readonly passage: readonly string[];
};

export type HearDanger = (text: string, context?: readonly string[]) => Danger | null;
export type DangerDetector = {
  /** Over the whole of a text, however long, in every language at once. */
  readonly hear: HearDanger;
  readonly explain: (text: string, context?: readonly string[]) => DangerFinding;
};

export function createDangerDetector(data: DangerData, model: ClassifierModel): DangerDetector {
  const { lexicon, partsOf } = createDangerReader(data);
  const excuses = new Set(data.excuses.map((name) => lexicon.conceptOf(name)));
  const enough = new Set(lexicon.concepts.flatMap((name, n) => (name.startsWith('enough-') ? [n] : [])));

  const judge = (part: Part): Judged => {
    const answers = ask(model, part.vector);
    const { hits, mentions } = part.passage;
    const excused = mentions.some(({ concept }) => excuses.has(concept));
    const plain = !excused && hits.some(({ sign }) => sign.degree === 'certain');
    const known = mentions.some(({ concept }) => enough.has(concept));
    return { part, answers, degree: degreeOf(answers, { plain, known, excused }) };
  };

  const findIn = (text: string, context?: readonly string[]): Judged | null =>
    partsOf(text, context).map(judge).reduce<Judged | null>(graver, null);

  const dangerOf = (judged: Judged | null): Danger | null => {
    if (judged === null || judged.degree === null) return null;
    const { passage } = judged.part;
    const kind = kindOf(judged);
    const harmsThemself = passage.hits.some(
      ({ sign }) => sign.kind === 'self-harm' && (sign.degree === 'certain' || sign.written === 'self-cut'),
    );
    return {
      degree: judged.degree,
      kind,
      also: kind === 'life' && harmsThemself ? 'self-harm' : null,
      words: wordsThatSpoke(judged, model),
      languages: languageScores(passage, lexicon),
    };
  };

  return {
    hear: (text, context) => dangerOf(findIn(text, context)),
    explain: (text, context) => {
      const judged = findIn(text, context);
      const passage = judged?.part.passage;
      return {
        danger: dangerOf(judged),
        answers: judged?.answers ?? null,
        signs: [...new Set(passage?.hits.map(({ sign }) => `${sign.kind}, ${sign.degree}: ${sign.written}`) ?? [])],
        excuses: [
          ...new Set(
            passage?.mentions.filter(({ concept }) => excuses.has(concept)).map(({ concept }) => lexicon.concepts[concept] ?? '') ?? [],
          ),
        ],
        passage: passage?.words ?? [],
      };
    },
  };
}

type Judged = { readonly part: Part; readonly answers: Answers; readonly degree: DangerDegree | null };

/**
 * Chosen by cross-validation on the examples, see docs/safety.md. `possible` and `certain`: what the classifier must find by
 * itself. `withSign`: beside a sign that nothing excuses. `withKnown`: beside a phrase that is enough by itself, whatever
 * stands around it.
 */
export const dangerDefaults = Object.freeze({ possible: 0.1, certain: 0.55, withSign: 0.03, signCertain: 0.5, withKnown: 0.03 });

function degreeOf(
  { danger, certain }: Answers,
  { plain, known, excused }: { readonly plain: boolean; readonly known: boolean; readonly excused: boolean },
): DangerDegree | null {
  const d = dangerDefaults;
  if ((danger >= d.possible && certain >= d.certain) || (plain && danger >= d.signCertain)) return 'certain';
  if (known && !excused) return danger >= d.possible ? 'certain' : 'possible';
  if (danger >= d.possible || (plain && danger >= d.withSign) || (known && danger >= d.withKnown)) return 'possible';
  return null;
}

function graver(held: Judged | null, judged: Judged): Judged {
  if (held === null) return judged;
  const rank = ({ degree, answers }: Judged): number =>
    (degree === 'certain' ? 2 : degree === 'possible' ? 1 : 0) + answers.danger;
  return rank(judged) > rank(held) ? judged : held;
}

/** By the signs and the classifier together; a tie goes to the first of the kinds. */
function kindOf({ answers, part }: Judged): DangerKind {
  const score = (kind: DangerKind): number => {
    const degrees = part.passage.hits.flatMap(({ sign }) => (sign.kind === kind ? [sign.degree] : []));
    return answers[kind] + (degrees.includes('certain') ? signSpeaks : degrees.length > 0 ? signSpeaks / 4 : 0);
  };
  return dangerKinds.reduce((best, kind) => (score(kind) > score(best) ? kind : best));
}

const signSpeaks = 0.4;

/** Those of the gravest signs; without a sign those that the classifier goes by. */
function wordsThatSpoke({ part }: Judged, model: ClassifierModel): readonly string[] {
  const { words, hits } = part.passage;
  const grave = hits.filter(({ sign }) => sign.degree === 'certain');
  const told = (grave.length > 0 ? grave : hits).flatMap(({ words: spoken }) => spoken);
  if (told.length > 0) return [...new Set(told)].slice(0, mostWords);
  const weight = (word: string) => slotWeight(model, wordSlot(word), 'danger');
  return [...new Set(words)].sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1)).slice(0, 3);
}

const mostWords = 8;
