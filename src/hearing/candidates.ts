import type { Cue, Heard, Unclear } from './heard.ts';
import { overlap, type Span } from './lexicon.ts';
import { withoutWhatIsElse } from './not-that.ts';
import { correctionsIn, isEmpty, wordsAt, type Scene } from './scene.ts';
import { personAt, type Person } from './whose.ts';

/** One reading of a field, before it is weighed against the others. */
export type Candidate = Span & {
  readonly field: string;
  readonly value: unknown;
  readonly cue: Cue;
  /** When it is another person's, whoever is spoken of. */
  readonly person?: Person;
  /** Told of more than one value at once: "Congolese". */
  readonly others?: readonly unknown[];
  /** A field of which the same words may tell the same: "until July", the card or the stay. */
  readonly orOf?: string;
};

export function candidateAt({ from, to }: Span, field: string, value: unknown, cue: Cue): Candidate[] {
  return [{ from, to, field, value, cue }];
}

const rank: Readonly<Record<Cue, number>> = { full: 0, asked: 1, weak: 2 };

/**
 * The readings as facts: the fullest cue wins, a correction takes back what stands before it, and two that say different
 * things are not chosen between.
 */
export function settle(
  scene: Scene,
  persons: readonly Person[],
  told: readonly Candidate[],
  measures: Measures,
): { readonly facts: readonly Heard[]; readonly unclear: readonly Unclear[] } {
  const candidates = withoutWhatIsElse(scene, told);
  const facts: Heard[] = [];
  const unclear: Unclear[] = [];
  const heard = (candidate: Candidate): Heard => ({
    field: candidate.field,
    value: candidate.value,
    words: wordsAt(scene, candidate),
    for: candidate.person ?? personAt(persons, candidate),
    cue: candidate.cue,
  });
  const loose = looseAmong(measures, candidates, (span) => personAt(persons, span) === 'student');
  for (const field of new Set(candidates.map((candidate) => candidate.field))) {
    const all = candidates.filter((candidate) => candidate.field === field).sort((a, b) => a.from - b.from);
    const own = all.filter((candidate) => (candidate.person ?? personAt(persons, candidate)) === 'student');
    const meant = chosen(scene, own).filter(
      (candidate) =>
        !isTakenBack(scene, candidate, loose) && !hasRival(scene, candidate, loose) && !isOneOfTwo(scene, candidate),
    );
    facts.push(...all.filter((candidate) => !own.includes(candidate)).map(heard));
    const [first] = meant;
    if (first === undefined) continue;
    const readings = new Map(
      meant.flatMap((one) =>
        [one.value, ...(one.others ?? [])].map((value) => [
          JSON.stringify(value),
          { value, words: wordsAt(scene, one) },
        ]),
      ),
    );
    const either = first.orOf === undefined ? [] : [...readings.values()].map((one) => ({ ...one, field: first.orOf }));
    if (readings.size === 1 && either.length === 0) facts.push(heard(first));
    else unclear.push({ field, why: 'two', readings: [...readings.values(), ...either] });
  }
  return { facts, unclear };
}

/** Measured fields: what is said after a correction and not understood may be the value that was meant. */
const measured: ReadonlySet<string> = new Set([
  'stayMonths',
  'monthsInFrance',
  'stayFrom',
  'stayUntil',
  'ehicUntil',
  'age',
  'charged',
  'visits',
  'items',
  'nationality',
]);

/** "Six … scratch that, extended to nine": with a number or a date behind a correction, what stands before is not sure. */
function isTakenBack(scene: Scene, candidate: Candidate, { all, places }: Measures): boolean {
  if (!measured.has(candidate.field)) return false;
  const correction = scene.marks.of('answer.correction').find(({ from }) => from >= candidate.to);
  if (correction === undefined) return false;
  // "I'm Peruvian, uh, 26": no number puts a country right.
  return (kindOf[candidate.field] === 'places' ? places : all).some(({ from }) => from >= correction.to);
}

/** "Could be half a year, could be a whole one": of what only may be, one is not chosen. */
function isOneOfTwo(scene: Scene, { field, cue, from }: Candidate): boolean {
  if (cue === 'full' || !measured.has(field)) return false;
  return (
    scene.marks.of('answer.maybe').filter((maybe) => scene.sentences[maybe.from] === scene.sentences[from]).length > 1
  );
}

/** What a text holds of each kind. */
export type Measures = {
  /** Every number and date, whatever it says. */
  readonly all: readonly Span[];
  readonly numbers: readonly Span[];
  readonly dates: readonly Span[];
  readonly places: readonly Span[];
};

const kindOf: Readonly<Record<string, 'numbers' | 'dates' | 'places'>> = {
  stayMonths: 'numbers',
  monthsInFrance: 'numbers',
  age: 'numbers',
  visits: 'numbers',
  days: 'numbers',
  charged: 'numbers',
  stayFrom: 'dates',
  stayUntil: 'dates',
  ehicUntil: 'dates',
  on: 'dates',
  until: 'dates',
  from: 'dates',
  nationality: 'places',
};

function looseAmong(measures: Measures, candidates: readonly Candidate[], isOwn: (span: Span) => boolean): Measures {
  const free = (spans: readonly Span[]) =>
    spans.filter((span) => isOwn(span) && !candidates.some((candidate) => overlap(candidate, span)));
  return {
    all: free(measures.all),
    numbers: free(measures.numbers),
    dates: free(measures.dates),
    places: free(measures.places),
  };
}

/** "I asked for 12 months, they gave 8": what was only asked for is not sure beside another of its kind that says nothing else. */
function hasRival(scene: Scene, { field, cue, from }: Candidate, loose: Measures): boolean {
  const kind = kindOf[field];
  if (cue !== 'asked' || kind === undefined) return false;
  // "5, I mean 6": what was corrected is none.
  const corrections = correctionsIn(scene);
  return loose[kind].some((rival) => !corrections.some((one) => one.from >= rival.to && one.to <= from));
}

function chosen(scene: Scene, own: readonly Candidate[]): readonly Candidate[] {
  const corrected = afterCorrection(scene, own);
  const fullest = Math.min(...corrected.map(({ cue }) => rank[cue]));
  return corrected.filter(({ cue }) => rank[cue] === fullest);
}

/** What stands behind the last correction that has something behind it, and something before; or "Austria. Australia I mean". */
function afterCorrection(scene: Scene, own: readonly Candidate[]): readonly Candidate[] {
  const corrections = correctionsIn(scene).toSorted((a, b) => a.from - b.from);
  const last = corrections.findLast(
    ({ from, to }) => own.some((one) => one.from >= to) && own.some((one) => one.to <= from),
  );
  if (last !== undefined) return own.filter(({ from }) => from >= last.to);
  const behind = scene.marks.of('answer.correction').findLast(({ from }) => own.every((one) => one.to <= from));
  const meant = own.filter(({ from }) => scene.sentences[from] === scene.sentences[behind?.from ?? -1]);
  // "Two years, well, twenty months to be exact".
  const instead = meant.at(-1);
  if (instead !== undefined && behind !== undefined && isEmpty(scene, { from: instead.to, to: behind.from }))
    return [instead];
  return meant.length > 0 ? meant : own;
}
