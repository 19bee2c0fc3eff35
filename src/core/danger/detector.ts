import { ask, slotWeight, type Answers, type ClassifierModel } from './classifier.ts';
import type { DangerData } from './data.ts';
import { wordSlot } from './features.ts';
import { createDangerReader, type Part } from './reader.ts';
import { languageScores } from './spoken.ts';
import type { WrittenLexicon } from './write-lexicon.ts';
import { dangerKinds, type DangerDegree, type DangerKind } from './signs.ts';

/** Danger in a text. `certain`: it is happening. `possible`: it is not said when, or only hinted at. */
export type Danger = {
  readonly degree: DangerDegree;
  readonly kind: DangerKind;
  readonly clarity: DangerClarity;
  /** Whose numbers are said as well: somebody who is wounded by their own hand. */
  readonly also: DangerKind | null;
  /** The words that spoke. */
  readonly words: readonly string[];
  /** How much speaks for each language that the passage is written in it. */
  readonly languages: Readonly<Record<string, number>>;
};

/**
 * How clearly it is told. `vague`: nothing of what is certain stands in it, and it may as well be none; `faint`: less likely a danger than
 * not by far, said by many in whom there is none.
 */
export type DangerClarity = 'clear' | 'vague' | 'faint';

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

/** What was learned, and the words by which it reads. Plain data. */
export type DangerModel = ClassifierModel & { readonly lexicon: WrittenLexicon };

export function createDangerDetector(data: DangerData, model: DangerModel): DangerDetector {
  const { lexicon, partsOf, partsBefore } = createDangerReader(data, model.lexicon);
  const excuses = new Set(data.excuses.map((name) => lexicon.conceptOf(name)));
  const asides = new Set(data.asides.map((name) => lexicon.conceptOf(name)));
  const enough = new Set(lexicon.concepts.flatMap((name, n) => (name.startsWith('enough-') ? [n] : [])));

  const judge = (part: Part, goesOn: boolean): Judged => {
    const answers = ask(model, part.vector);
    const around = beside(part);
    const degree = degreeOf(answers, around, leastFor(part, goesOn));
    return { part, answers, degree, clarity: clarityOf(degree, answers, around, part.passage.among) };
  };
  const wasDanger = (context: readonly string[]): boolean =>
    partsBefore(context).some(({ vector }) => ask(model, vector).danger >= dangerDefaults.before);
  const beside = ({ passage: { hits, mentions } }: Part): Beside => {
    const has = (concepts: ReadonlySet<number>) => mentions.some(({ concept }) => concepts.has(concept));
    const signs = hits.filter(({ sign }) => sign.degree === 'certain');
    return {
      excused: has(excuses) ? 'wholly' : has(asides) ? 'partly' : 'not',
      sign: signs.some(({ mentions: together }) => together.length > 1) ? 'several' : signs.length > 0 ? 'one' : 'none',
      known: has(enough),
      hinted: hits.length > 0,
    };
  };

  const findIn = (text: string, context: readonly string[] = []): Judged | null => {
    // Figures and signs alone tell of nothing.
    if (!/\p{L}/u.test(text)) return null;
    const goesOn = wasDanger(context);
    return partsOf(text, context)
      .map((part) => judge(part, goesOn))
      .reduce<Judged | null>(graver, null);
  };

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
      clarity: judged.clarity,
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
            passage?.mentions
              .filter(({ concept }) => excuses.has(concept) || asides.has(concept))
              .map(({ concept }) => lexicon.concepts[concept] ?? '') ?? [],
          ),
        ],
        passage: passage?.words ?? [],
      };
    },
  };
}

type Judged = {
  readonly part: Part;
  readonly answers: Answers;
  readonly degree: DangerDegree | null;
  readonly clarity: DangerClarity;
};

/** What stands around what the classifier says of a passage. */
type Beside = {
  readonly excused: 'wholly' | 'partly' | 'not';
  /** Signs of certain danger, of one meaning or of several that met. */
  readonly sign: 'none' | 'one' | 'several';
  /** A phrase that is enough by itself. */
  readonly known: boolean;
  /** Any sign, also of what is only possible. */
  readonly hinted: boolean;
};

/**
 * What the classifier must find, chosen by cross-validation on the examples, see docs/safety.md: by itself (`possible`, of a
 * text that is one passage; `fewWords`, `aHint`, `aCry`, of a few words without a sign, with one and with a certain one; `certain`;
 * up to `faint` it is a faint hint, up to `vague` a vague one, and beside a sign of what is possible up to `vagueHint`), beside a sign
 * that nothing excuses (`withSign`, `withOne`, `withSeveral`; `aside` where something else is asked as well), beside a phrase that is
 * enough by itself (`withKnown`). Where this much was danger `before`, the odds of `possible` and `fewWords` are the share `goesOn` of
 * what they are.
 */
const dangerDefaults = Object.freeze({
  possible: 0.055,
  faint: 0.3,
  vague: 0.7,
  vagueHint: 0.5,
  fewWords: 0.25,
  aCry: 0.02,
  aHint: 0.08,
  certain: 0.85,
  before: 0.3,
  goesOn: 0.25,
  withSign: 0.15,
  withOne: 0.8,
  withSeveral: 0.5,
  aside: 0.75,
  withKnown: 0.25,
});

/** @param among how many passages the text has: of many one holds a sign by chance */
function clarityOf(
  degree: DangerDegree | null,
  { danger }: Answers,
  { sign, known, hinted }: Beside,
  among: number,
): DangerClarity {
  const { faint, vague, vagueHint } = dangerDefaults;
  const isTale = among >= mostCounted;
  if (degree !== 'possible' || known || (sign !== 'none' && !isTale)) return 'clear';
  if (danger < faint && sign === 'none') return 'faint';
  return danger < (hinted && !isTale ? vagueHint : vague) ? 'vague' : 'clear';
}

function degreeOf(answers: Answers, { excused, sign, known }: Beside, possible: number): DangerDegree | null {
  const { danger, certain } = answers;
  const d = dangerDefaults;
  const plain = excused === 'not';
  if (danger >= possible && certain >= d.certain) return 'certain';
  if (plain && ((sign === 'one' && danger >= d.withOne) || (sign === 'several' && danger >= d.withSeveral)))
    return 'certain';
  if (excused === 'partly' && sign === 'several' && danger >= d.aside) return 'certain';
  if (known && plain) return danger >= d.withKnown ? 'certain' : 'possible';
  return danger >= possible || ((plain || known) && (sign !== 'none' || known) && danger >= d.withSign)
    ? 'possible'
    : null;
}

/**
 * What `possible` asks of a passage. Two or three words without a sign, however often, say little, and one word again and again nothing: what is left to go by is how often our
 * examples are dangers, which is no reason. A sign and nothing else is a cry.
 */
function leastFor({ passage: { words, hits, among } }: Part, goesOn: boolean): number {
  const { possible, fewWords, aHint, aCry, goesOn: share } = dangerDefaults;
  // Of many passages one sounds like danger by chance. Who goes on after danger says little.
  const asked = (probability: number, times: number) => timesAsLikely(probability, goesOn ? times * share : times);
  const least = asked(possible, Math.min(among, mostCounted));
  const different = new Set(words).size;
  if (different > mostFew) return least;
  if (hits.length === 0) return different === 1 && words.length > mostFew ? never : Math.max(least, asked(fewWords, 1));
  const isCertain = hits.some(({ sign }) => sign.degree === 'certain');
  return isCertain ? aCry : Math.min(least, aHint);
}

const mostFew = 3;
const never = 2;

/** A probability whose odds are so many times those of another. */
function timesAsLikely(probability: number, times: number): number {
  const odds = (probability / (1 - probability)) * times;
  return odds / (1 + odds);
}

/** A tale without an end may still be heard. */
const mostCounted = 6;

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
