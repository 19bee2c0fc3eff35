import type { WordSet } from '../core/matching/index.ts';
import { lazily } from '../core/lazily.ts';
import { settle, type Candidate, type Measures } from './candidates.ts';
import type { Heard, HeardText, Hearing, Question, Unclear } from './heard.ts';
import type { HearingFile } from './language.ts';
import { learnLanguage } from './learn-language.ts';
import { caseSpokenOf, nobodySpokenOf } from './whose-case.ts';
import { createPlaces } from './place-names.ts';
import type { Span } from './lexicon.ts';
import { listen, sceneSaid, type Listening } from './listening.ts';
import type { NumberSaid } from './numbers.ts';
import { france, type PlaceSaid } from './place-index.ts';
import { cueBefore, isDeniedBefore, roleOf } from './roles.ts';
import { deadlineTold } from './readers/deadline.ts';
import { eligibilityTold } from './readers/eligibility.ts';
import { handoverTold } from './readers/handover.ts';
import { isDeniedPlace, isOfPerson, isOrdinary } from './readers/not-my-place.ts';
import { plainTold } from './readers/plain.ts';
import { quoteTold, type Sold } from './readers/quote.ts';
import { reimbursementTold } from './readers/reimbursement.ts';

/**
 * The one room that hears: a text and what was asked in, facts out. No cue, no fact.
 * @param languages by ISO 639-1
 * @param codes the countries that may be told
 * @param sold what the desk sells; a quote names it
 * @param dictionaries the real words of each language: without them no word has a slip in it
 */
export function createHearing(
  languages: Readonly<Record<string, HearingFile>>,
  codes: readonly string[],
  sold: readonly Sold[],
  dictionaries: Readonly<Record<string, WordSet>> = {},
): Hearing {
  const places = createPlaces(Object.values(languages), new Set(codes));
  // A language costs nothing until somebody speaks it.
  const learned = new Map(
    Object.entries(languages).map(([name, data]) => [
      name,
      lazily(() => learnLanguage(data, places, dictionaries[name])),
    ]),
  );
  return {
    hear: (text, question) => {
      const language = learned.get(question.language)?.();
      if (language === undefined) return nothingHeard(question);
      const listening = listen(text, language, question);
      const told = (tellersOf(sold)[question.form] ?? plainTold)(listening);
      const { facts, unclear } = settle(listening.scene, listening.persons, told, measuresOf(listening, told));
      return weigh(facts, unclear, question.asked);
    },
    whose: (text, { language, on, about = null }) => {
      const data = learned.get(language)?.();
      return data === undefined ? nobodySpokenOf : caseSpokenOf(sceneSaid(text, data, on), about);
    },
  };
}

/** A language without hearing.yaml: its students choose. */
function nothingHeard({ asked }: Question): HeardText {
  return { facts: [], enough: asked === null ? null : false, unclear: [] };
}

/** A form → what a text tells of its fields. */
function tellersOf(sold: readonly Sold[]): Readonly<Record<string, (listening: Listening) => readonly Candidate[]>> {
  return {
    eligibility: eligibilityTold,
    reimbursement: reimbursementTold,
    quote: (listening) => quoteTold(listening, sold),
    deadline: deadlineTold,
    handover: handoverTold,
  };
}

/** What may be meant where a question was asked: nothing that is denied, said of something else, or said once more. */
function measuresOf(listening: Listening, told: readonly Candidate[]): Measures {
  const { scene, bare, dates, places, numbers, lengths } = listening;
  const said = <S extends Span>(spans: readonly S[]) =>
    spans.filter(
      (span) =>
        !isDeniedBefore(scene, span, 1) &&
        cueBefore(scene, span, 'role.turning') === null &&
        roleOf(scene, span, ['other', 'notPrice', 'grade']) === null,
    );
  const values = new Set(told.map(({ value }) => value));
  const ages = new Set(told.filter(({ field }) => field === 'age').map(({ value }) => value));
  // "Nineteen, twenty in May" is one age.
  const isNextAge = (value: number) => ages.has(value - 1) && dates.length > 0;
  return {
    all: [...numbers.filter((number) => !isArticle(number)), ...dates],
    numbers: said(bare.filter((number) => !isArticle(number))).filter(
      ({ value }) => !values.has(value) && !isNextAge(value) && !lengths.some(({ amount }) => amount === value),
    ),
    dates: said(dates).filter((date) => date.said.kind !== 'year'),
    places: said(places).filter(
      (place) =>
        !isOrdinary(listening, place) &&
        !place.codes.some((code) => code === france || values.has(code)) &&
        isRival(listening, place),
    ),
  };
}

/** "A Sunday" counts nothing. */
function isArticle({ value, inWords }: NumberSaid): boolean {
  return inWords && value === 1;
}

function isRival(listening: Listening, place: PlaceSaid): boolean {
  const { scene } = listening;
  const other = isDeniedPlace(listening, place) || isOfPerson(listening, place);
  const elsewhere = cueBefore(scene, place, 'role.elsewhere', 1) ?? cueBefore(scene, place, 'role.insured', 2);
  return !other && elsewhere === null;
}

/** What says the same as a field, all of it together. */
const instead: Readonly<Record<string, readonly (readonly string[])[]>> = {
  stayMonths: [['stayFrom', 'stayUntil']],
  monthsInFrance: [['stayFrom']],
  ehic: [['ehicUntil']],
  age: [['birthDate']],
  birthDate: [['age']],
  days: [['on', 'until'], ['until']],
  product: [['items']],
  term: [['items']],
};

function weigh(facts: readonly Heard[], unclear: readonly Unclear[], asked: string | null): HeardText {
  if (asked === null) return { facts, enough: null, unclear };
  const told = new Set(facts.filter((fact) => fact.for === 'student').map(({ field }) => field));
  const ways = instead[asked] ?? [];
  const enough = told.has(asked) || ways.some((fields) => fields.every((field) => told.has(field)));
  const half = enough
    ? []
    : facts.filter(({ field }) => ways.some((fields) => fields.length > 1 && fields.includes(field)));
  return {
    facts,
    enough,
    unclear: [
      ...unclear,
      ...half.map(({ field, value, words }): Unclear => ({ field, why: 'half', readings: [{ value, words }] })),
    ],
  };
}
