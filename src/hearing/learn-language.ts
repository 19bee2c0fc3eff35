import { knows, type WordSet } from '../core/matching/index.ts';
import type { HearingFile } from './language.ts';
import { createByEar, type Sounds } from './by-ear.ts';
import { createLexicon, type Phrases } from './lexicon.ts';
import { phraseReader, waysOf } from './phrases.ts';
import type { PlacesFor } from './place-names.ts';
import { comparedForm } from './compared-form.ts';
import type { Language } from './scene.ts';
import { theirs } from './scene-about.ts';
import { createSlips } from './slips.ts';
import { wordsOf, type Spelling } from './tokens.ts';
import { units } from './lengths.ts';

/** Makes a language's data ready: every phrase under the name by which the readers look for it. */
export function learnLanguage(data: HearingFile, places: PlacesFor, dictionary?: WordSet): Language {
  const spelling = spellingOf(data);
  const lexicon = createLexicon(
    data.groups,
    phrasesOf(data),
    { hidden: 'nothing', shown: ['nearYear.', 'nearWeek.', 'value.ehic.unknown'] },
    spelling,
  );
  const ownPlaces = places(spelling);
  const language = {
    data,
    spelling,
    lexicon,
    slips: createSlips(lexicon, ownPlaces, dictionary),
    places: ownPlaces,
    ordinaryNames: new Set(data.countries.ordinary.map(comparedForm)),
  };
  return data.sounds === undefined || dictionary === undefined
    ? language
    : { ...language, spelling: { ...spelling, byEar: byEarOf(language, data.sounds, dictionary) } };
}

/** Ours are the words of phrases, and the language's own names of countries and their peoples. */
function byEarOf(
  { data, spelling, lexicon, places }: Language,
  sounds: Sounds,
  dictionary: WordSet,
): NonNullable<Spelling['byEar']> {
  const read = phraseReader(spelling);
  const names = Object.values(data.countries.names).flatMap((phrases) =>
    phrases.flatMap((phrase) => waysOf(read(phrase)).flat()),
  );
  const isWord = (word: string) => knows(dictionary, word) || places.words().has(word);
  const words = lexicon.words().exact;
  const withNames = new Set([...words, ...names.filter(({ length }) => length >= shortestName)]);
  const [any, noName] = [createByEar(sounds, withNames, isWord), createByEar(sounds, words, isWord)];
  return (word, hasCapital) => (hasCapital ? noName : any)(word);
}

/** A shorter word that sounds like a country may be anybody's name. */
const shortestName = 6;

function spellingOf({ apostrophe, particles, respelled, figures }: HearingFile): Spelling {
  const plain: Spelling = { apostrophe, particles: [], respelled: new Map(), figures: new Map() };
  return {
    apostrophe,
    particles: particles.map(comparedForm),
    respelled: new Map(Object.entries(respelled).map(([word, stands]) => [comparedForm(word), wordsOf(stands, plain)])),
    figures: new Map(
      figures.flatMap((ways, figure) => Array.from(ways, (way): [string, string] => [way, String(figure)])),
    ),
  };
}

function phrasesOf(data: HearingFile): Phrases {
  const { said, person, other, turnsToOther, turnsToSelf, both } = data.cases;
  const { numbers, dates, money, roles, speakers, answers, having, joins } = data;
  return {
    nothing: data.nothing,
    filler: data.fillers,
    'join.on': joins.on,
    'join.turn': joins.turn,
    ...byValue('number', numbers.words),
    ...byValue('multiplier', numbers.multipliers),
    ...byValue('about', numbers.about),
    ...byValue('length', data.lengths),
    'number.between': numbers.between,
    'number.article': numbers.articles,
    'number.range': numbers.range,
    'number.or': numbers.or,
    'both.open': numbers.bothOpen,
    'both.join': numbers.bothJoin,
    ...cues('bound', numbers.bounds),
    ...cues('nearly', numbers.nearly),
    'half.after': numbers.halfAfter,
    'half.before': numbers.halfBefore,
    'unit.lead': numbers.beforeUnit,
    ...Object.fromEntries(units.map((unit) => [`unit.${unit}`, data.units[unit]])),
    per: data.per,
    ...byName('month', dates.months),
    ...byName('weekday', dates.weekdays),
    ...byValue('ordinal', dates.ordinals),
    ...byName('feast', dates.feasts),
    ...byName('near', dates.near),
    ...byName('nearMonth', dates.nearMonths),
    ...byName('nearYear', dates.nearYears),
    ...byName('nearWeek', dates.nearWeeks),
    'date.lead': dates.lead,
    'date.between': dates.between,
    'date.start': dates.start,
    'date.middle': dates.middle,
    'date.end': dates.end,
    'date.next': dates.next,
    'date.last': dates.last,
    ...cues('date.ago', dates.ago),
    ...cues('date.ahead', dates.ahead),
    ...cues('date.until', dates.until),
    'date.lasting': dates.lasting,
    ...cues('date.from', dates.from),
    ...cues('date.since', dates.since),
    ...cues('date.on', dates.on),
    'shift.later': dates.shifts.later,
    'shift.earlier': dates.shifts.earlier,
    'shift.after': dates.shifts.after,
    'shift.before': dates.shifts.before,
    ...byName('shift.day', dates.shifts.days),
    'tense.past': dates.past,
    'tense.future': dates.future,
    'role.past.around': dates.past,
    'role.future.around': dates.future,
    ...byName('money', money),
    ...(Object.assign({}, ...Object.entries(roles).map(([role, words]) => cues(`role.${role}`, words))) as Phrases),
    ...byName('speaker', speakers),
    ...byName('case', { person, other, turnsToOther, turnsToSelf, both }),
    ...byName(theirs, said),
    'answer.yes': answers.yes,
    'answer.no': answers.no,
    'answer.yesAlone': answers.yesAlone,
    'answer.noAlone': answers.noAlone,
    'answer.unknown': answers.unknown,
    'answer.maybe': answers.maybe,
    'answer.undecided': answers.undecided,
    'answer.clause': answers.clause,
    'answer.nothing': answers.nothing,
    'answer.denies': answers.denies,
    'answer.asking': answers.asking,
    ...byName('answer.about', answers.about),
    'answer.skip': answers.skip,
    'answer.correction': answers.correction,
    'answer.notThat': answers.notThat,
    ...cues('deny', answers.denial),
    ...byName('having', having),
    ...byName('thing', data.things),
    ...(Object.assign(
      {},
      ...Object.entries(data.values).map(([field, values]) => byName(`value.${field}`, values)),
    ) as Phrases),
    ...Object.fromEntries(
      Object.entries(data.about).flatMap(([kind, ways]) =>
        ways.flatMap((way, at) => way.split('+').map((words, piece) => [`about.${kind}.${at}.${piece}`, [words]])),
      ),
    ),
    unplaced: data.countries.unplaced,
    named: data.named,
    numbered: data.numbered,
    lead: data.lead,
    follower: data.followers,
    ...byValue('times', data.times),
  };
}

function byName(prefix: string, words: Readonly<Record<string, readonly string[]>>): Phrases {
  return Object.fromEntries(Object.entries(words).map(([name, phrases]) => [`${prefix}.${name}`, phrases]));
}

/** `{ one: 1, a dozen: 12 }` → `number.1`, `number.12`. */
function byValue(prefix: string, words: Readonly<Record<string, number>>): Phrases {
  const phrases: Record<string, string[]> = {};
  for (const [word, value] of Object.entries(words)) (phrases[`${prefix}.${value}`] ??= []).push(word);
  return phrases;
}

function cues(
  name: string,
  {
    before = [],
    after = [],
    around = [],
  }: { readonly [K in 'before' | 'after' | 'around']?: readonly string[] | undefined },
): Phrases {
  return { [`${name}.before`]: before, [`${name}.after`]: after, [`${name}.around`]: around };
}
