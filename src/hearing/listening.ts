import type { Day } from '../core/day.ts';
import type { AmountSaid } from './money.ts';
import { amountsIn } from './money.ts';
import { answersIn, type Answer } from './answers.ts';
import { datesIn, type DateSaid } from './dates.ts';
import type { Question } from './heard.ts';
import { asNamesakes } from './namesakes.ts';
import { lengthsIn, type LengthSaid } from './lengths.ts';
import { overlap, within, type Span } from './lexicon.ts';
import { numbersIn, type NumberSaid } from './numbers.ts';
import type { PlaceSaid } from './place-index.ts';
import { cueBefore } from './roles.ts';
import { sceneOf, type Language, type Scene } from './scene.ts';
import { sceneAbout, writtenFor } from './scene-about.ts';
import { ofEach } from '../text/remember.ts';
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
  const dates = all.dates.filter((date) => !isCount(all.scene, date, numbers, asked));
  const taken = [...lengths, ...dates, ...amounts.filter(({ money }) => money !== null)];
  const bare = numbers.filter((number) => !taken.some((span) => overlap(span, number)));
  return { ...all, asked, told, born, dates, bare };
}

type LaidOut = Omit<Listening, 'asked' | 'told' | 'born' | 'bare'>;

/** The same whatever was asked: several forms hear one text in a turn, and each hears it as often as it is looked at. */
function laidOut(text: string, language: Language, on: Day, about: string | null): LaidOut {
  return recentTexts(language, JSON.stringify([on, about, text]), () => layOut(text, language, on, about));
}

/** The same whoever is heard for, and when it is asked whose case a text is about. */
export function sceneSaid(text: string, language: Language, on: Day): Scene {
  return recentScenes(language, JSON.stringify([on, text]), () => sceneOf(text, language, on));
}

function layOut(text: string, language: Language, on: Day, about: string | null): LaidOut {
  const said = sceneSaid(text, language, on);
  const whom = about ?? writtenFor(said);
  const scene = whom === null ? said : sceneAbout(said, whom);
  const persons = whoseWords(scene);
  const numbers = numbersIn(scene);
  const lengths = lengthsIn(scene, numbers);
  return {
    scene,
    isOfAnother: whom !== null,
    persons,
    numbers,
    lengths,
    dates: datesIn(scene, numbers, lengths),
    amounts: amountsIn(scene, numbers),
    places: placesIn(scene, text),
    answers: answersIn(scene, persons, nounsOf(scene)),
  };
}

/** The "AT" of the form AT/TR is not Austria. */
function placesIn(scene: Scene, text: string): readonly PlaceSaid[] {
  const unplaced = scene.marks.of('unplaced');
  const places = scene.language.places.find(scene.tokens, text);
  return asNamesakes(
    scene,
    places.filter((place) => !unplaced.some((one) => within(place, one))),
  );
}

function recently<Made>(): (language: Language, key: string, make: () => Made) => Made {
  const ofLanguage = ofEach<Language, Map<string, Made>>(() => new Map());
  return (language, key, make) => {
    const recent = ofLanguage(language);
    const known = recent.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (recent.size >= mostRecent) recent.clear();
    recent.set(key, made);
    return made;
  };
}

const recentTexts = recently<LaidOut>();
const recentScenes = recently<Scene>();
/** The parts of a long message, and no more: what somebody has told is not kept. */
const mostRecent = 32;

/** "sept", "pas six, sept" and "je repars au bout de sept", to how many months, is seven, not September. */
function isCount(scene: Scene, date: DateSaid, numbers: readonly NumberSaid[], asked: string | null): boolean {
  const number = numbers.some(({ from, to, inWords }) => inWords && from >= date.from && to === date.to);
  const isAlone = date.edge === null || cueBefore(scene, date, 'role.stay') !== null;
  return number && date.pair === null && isAlone && asked !== null && counted.has(asked);
}

const counted: ReadonlySet<string> = new Set(['stayMonths', 'monthsInFrance', 'age', 'days', 'visits', 'term']);

/** Where something begins that one has or has not. */
function nounsOf({ marks, language }: Scene): readonly Span[] {
  return Object.keys(language.data.things).flatMap((field) => marks.of(`thing.${field}`));
}
