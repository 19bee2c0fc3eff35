import type { Day } from '../core/day.ts';
import type { AmountSaid } from './money.ts';
import { amountsIn } from './money.ts';
import { answersIn, type Answer } from './answers.ts';
import { datesIn, type DateSaid } from './dates.ts';
import type { Question } from './heard.ts';
import { lengthsIn, type LengthSaid } from './lengths.ts';
import { overlap, type Span } from './lexicon.ts';
import { numbersIn, type NumberSaid } from './numbers.ts';
import type { PlaceSaid } from './place-index.ts';
import { sceneOf, type Language, type Scene } from './scene.ts';
import { sceneAbout, writtenFor } from './scene-about.ts';
import { whoseWords, type Person } from './whose.ts';

/** A text with everything in it that may be a fact, before it is known what each says. */
export type Listening = {
  readonly scene: Scene;
  /** Whether another person is heard for than the student: then "I" is anybody else. */
  readonly isOfAnother: boolean;
  readonly persons: readonly Person[];
  readonly asked: string | null;
  readonly told: Readonly<Record<string, unknown>>;
  readonly born: readonly Day[];
  readonly numbers: readonly NumberSaid[];
  readonly lengths: readonly LengthSaid[];
  readonly dates: readonly DateSaid[];
  readonly amounts: readonly AmountSaid[];
  readonly places: readonly PlaceSaid[];
  readonly answers: readonly Answer[];
  /** Numbers that count no unit, are no part of a date and no money. */
  readonly bare: readonly NumberSaid[];
};

export function listen(
  text: string,
  language: Language,
  { asked, on, told = {}, born = [], about = null }: Question,
): Listening {
  const all = laidOut(text, language, on, about);
  const { numbers, lengths, amounts } = all;
  const dates = all.dates.filter((date) => !isCount(date, numbers, asked));
  const taken = [...lengths, ...dates, ...amounts.filter(({ money }) => money !== null)];
  const bare = numbers.filter((number) => !taken.some((span) => overlap(span, number)));
  return { ...all, asked, told, born, dates, bare };
}

type LaidOut = Omit<Listening, 'asked' | 'told' | 'born' | 'bare'>;

/** The same whatever was asked: several forms hear one text in a turn, and each hears it as often as it is looked at. */
function laidOut(text: string, language: Language, on: Day, about: string | null): LaidOut {
  const recent = recentOf(language);
  const key = JSON.stringify([on, about, text]);
  const known = recent.get(key);
  if (known !== undefined) return known;
  const said = sceneOf(text, language, on);
  const whom = about ?? writtenFor(said);
  const scene = whom === null ? said : sceneAbout(said, whom);
  const persons = whoseWords(scene);
  const numbers = numbersIn(scene);
  const lengths = lengthsIn(scene, numbers);
  const made: LaidOut = {
    scene,
    isOfAnother: whom !== null,
    persons,
    numbers,
    lengths,
    dates: datesIn(scene, numbers, lengths),
    amounts: amountsIn(scene, numbers),
    places: language.places.find(scene.tokens, text),
    answers: answersIn(scene, persons, nounsOf(scene)),
  };
  if (recent.size >= mostRecent) recent.clear();
  recent.set(key, made);
  return made;
}

function recentOf(language: Language): Map<string, LaidOut> {
  const known = recentTexts.get(language) ?? new Map<string, LaidOut>();
  recentTexts.set(language, known);
  return known;
}

const recentTexts = new WeakMap<Language, Map<string, LaidOut>>();
/** The parts of a long message, and no more: what somebody has told is not kept. */
const mostRecent = 32;

/** "sept", and "pas six, sept", to how many months is seven, not September. */
function isCount(date: DateSaid, numbers: readonly NumberSaid[], asked: string | null): boolean {
  const number = numbers.some(({ from, to, inWords }) => inWords && from >= date.from && to === date.to);
  return number && date.pair === null && date.edge === null && asked !== null && counted.has(asked);
}

const counted: ReadonlySet<string> = new Set(['stayMonths', 'monthsInFrance', 'age', 'days', 'visits', 'term']);

/** Where something begins that one has or has not. */
function nounsOf({ marks, language }: Scene): readonly Span[] {
  return Object.keys(language.data.things).flatMap((field) => marks.of(`thing.${field}`));
}
