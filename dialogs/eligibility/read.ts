import { addMonths } from '../../src/core/day.ts';
import type { DialogTurn, Facts } from '../../src/conversation/dialogs.ts';
import { lastMention, longestMention, wordsOf } from '../../src/conversation/words.ts';
import type { Hearing } from '../define-form.ts';
import { lettersApart } from '../reading/letters.ts';
import type { Measures, Span } from '../reading/measures.ts';
import type { Reader } from '../reading/reader.ts';
import { fromYesOrNo } from './choices.ts';

/** Fields told by a value's own words, wherever they stand. */
const mentioned = [
  'school',
  'registered',
  'ehic',
  'quebecForm',
  's1',
  'work',
  'frenchGovernmentScholarship',
  'lowIncome',
  'inStudentScheme2017',
  'exchange',
  'insuredIn',
];

/** What an utterance tells about the student; the field that was asked is read leniently. */
export function readSituation(utterance: string, asking: string | null, { turn, reader }: Hearing): Facts {
  const measures = reader.measure(utterance, turn);
  const times = readTimes(utterance, asking, measures, turn, reader);
  const { ehic, ...mentions } = readMentioned(utterance, turn, reader);
  const told = {
    ...mentions,
    // A card's last day says more than "it expires".
    ...(ehic !== undefined && times['ehicUntil'] === undefined && { ehic }),
    ...readCountries(utterance, asking, turn, reader),
    ...times,
  };
  return asking === null || asking in told
    ? told
    : { ...told, ...readAsked(utterance, asking, { measures, told }, turn, reader) };
}

function readMentioned(utterance: string, turn: DialogTurn, reader: Reader): Facts {
  const named = Object.entries(reader.mentions(utterance, turn, mentioned));
  return Object.fromEntries(
    named.map(([field, value]) => [field, value === 'true' || value === 'false' ? value === 'true' : value]),
  );
}

/** A passport, and where somebody is insured where that is said: "Brazilian, insured in Spain". */
function readCountries(utterance: string, asking: string | null, turn: DialogTurn, reader: Reader): Facts {
  const cue = longestMention(utterance, reader.reading(turn).cues.insured);
  const mentions = reader.countries.find(utterance);
  const after =
    cue === null
      ? []
      : reader.countries.find(utterance.slice(utterance.toLowerCase().indexOf(cue.slice(0, 4).toLowerCase())));
  const insured = after[0]?.code;
  const others = [...new Set(mentions.map(({ code }) => code))].filter(
    (code) => code !== insured && (code !== france || saysNationality(utterance, asking, turn, reader)),
  );
  const [nationality, ...more] = others;
  const asked = asking === 'insuredIn' ? 'insuredIn' : 'nationality';
  return {
    ...(insured !== undefined && { insuredIn: insured }),
    // Two passports named at once are not chosen between: the question stays.
    ...(nationality !== undefined &&
      more.length === 0 &&
      (nationality === quebec ? { nationality: 'CA', insuredIn: quebec } : { [asked]: nationality })),
  };
}

const france = 'FR';
const quebec = 'CA-QC';

/** "in France", "a French bank account" tell nothing about a passport; "I am French" does. */
function saysNationality(utterance: string, asking: string | null, turn: DialogTurn, reader: Reader): boolean {
  const courtesy = new Set(reader.reading(turn).courtesy.flatMap((words) => wordsOf(words)));
  const rest = wordsOf(utterance).filter((word) => !courtesy.has(word));
  return rest.length === 1 || (asking === 'nationality' && rest.length <= 2);
}

function readTimes(
  utterance: string,
  asking: string | null,
  measures: Measures,
  turn: DialogTurn,
  reader: Reader,
): Facts {
  const { ages, days } = measures;
  const months =
    measures.months[0] ?? (asking === 'monthsInFrance' ? undefined : (reader.namedStay(utterance, turn) ?? undefined));
  const elapsed = reader.hasCue(utterance, turn, 'elapsed') && !reader.hasCue(utterance, turn, 'remaining');
  const ends = endsTold(utterance, asking, measures, turn, reader);
  const age = ages[0] ?? measures.bare.find((number) => isAge(number, asking, turn, reader))?.value;
  const birth = days.find((date) => date < (asking === 'age' ? turn.on : addMonths(turn.on, -12 * youngest)));
  return {
    ...(birth !== undefined && { birthDate: birth }),
    ...(age !== undefined && birth === undefined && { age: Math.floor(age) }),
    ...(months !== undefined && {
      [asking === 'monthsInFrance' || (elapsed && asking !== 'stayMonths') ? 'monthsInFrance' : 'stayMonths']: months,
    }),
    ...(months === undefined ? ends : { ...('ehicUntil' in ends && { ehicUntil: ends['ehicUntil'] }) }),
  };
}

/** Nobody studies abroad younger than this: a day so long ago is a birthday, a small number after "I am" no age. */
const youngest = 14;
const oldest = 99;

function isAge(
  { value, before, after }: Measures['bare'][number],
  asking: string | null,
  turn: DialogTurn,
  reader: Reader,
): boolean {
  const another = asking !== null && asking !== 'age' && numeric.has(asking);
  const apart = !another && before + after !== '' && /(^|[,;(])\s*$/.test(before) && /^\s*([,;)]|$)/.test(after);
  return (
    Number.isInteger(value) &&
    value >= youngest &&
    value <= oldest &&
    (apart || reader.endsWithCue(before, turn, 'age'))
  );
}

/** Where the stay ends, and where the card does: what was named last before a date says which. */
function endsTold(
  utterance: string,
  asking: string | null,
  measures: Measures,
  turn: DialogTurn,
  reader: Reader,
): Facts {
  const until = (before: string) => reader.endsWithCue(before, turn, 'until');
  const dates = measures.dates.filter(({ before }) => until(before));
  const spans = measures.spans.filter(
    ({ from }) =>
      from !== null || asking === 'stayMonths' || asking === 'ehic' || reader.hasCue(utterance, turn, 'until'),
  );
  const ends = [...dates.map(({ day, before }) => ({ from: null, until: day, before })), ...spans];
  return Object.assign({}, ...ends.map((end) => endOf(end, asking, turn, reader))) as Facts;
}

function endOf({ from, until, before }: Span, asking: string | null, turn: DialogTurn, reader: Reader): Facts {
  const { fields, cues } = reader.reading(turn);
  const staying = cues.remaining.filter((word) => !cues.until.includes(word));
  const card = lastMention(before, fields['ehic'] ?? []);
  const stay = lastMention(before, [...(fields['stayMonths'] ?? []), ...staying]);
  if (card > stay || (asking === 'ehic' && stay < 0)) return { ehicUntil: until };
  return { ...(from !== null && { stayFrom: from }), stayUntil: until };
}

/** The answer to the question asked: a bare number, a yes or no, a country with a slip in it. */
function readAsked(
  utterance: string,
  asking: string,
  { measures, told }: { readonly measures: Measures; readonly told: Facts },
  turn: DialogTurn,
  reader: Reader,
): Facts {
  const number = numeric.has(asking) ? measures.bare[0]?.value : undefined;
  if (number !== undefined) return { [asking]: asking === 'age' ? Math.floor(number) : number };
  if ((asking === 'stayMonths' || asking === 'ehic') && measures.days[0] !== undefined) {
    return { [asking === 'ehic' ? 'ehicUntil' : 'stayUntil']: measures.days[0] };
  }
  if (asking === 'nationality') return readMisspelt(utterance, turn, reader);
  // "no job" answers about the job, whatever was asked.
  const yes = Object.keys(told).length === 0 ? reader.yesOrNo(utterance, turn) : null;
  return yes === null ? {} : fromYesOrNo(asking, yes);
}

const numeric: ReadonlySet<string> = new Set(['stayMonths', 'monthsInFrance', 'age']);
/** More words than this are a sentence, in which any word may look like a country. */
const longestCountry = 3;

function readMisspelt(utterance: string, turn: DialogTurn, reader: Reader): Facts {
  const courtesy = new Set(reader.reading(turn).courtesy.flatMap((words) => wordsOf(words)));
  const words = wordsOf(utterance).filter((word) => !courtesy.has(word));
  const wanted = words.join(' ');
  if (words.length > longestCountry || wanted.length < shortestCountry) return {};
  const most = wanted.length < longName ? 1 : 2;
  const [nearest] = reader.countries.names
    .map(({ name, code }) => ({ code, apart: lettersApart(wanted, name, most) }))
    .sort((a, b) => a.apart - b.apart);
  if (nearest === undefined || nearest.apart > most) return {};
  return nearest.code === quebec ? { nationality: 'CA', insuredIn: quebec } : { nationality: nearest.code };
}

/** "bye" is no Libya, "idk" no Azerbaijan. */
const shortestCountry = 4;
const longName = 7;
