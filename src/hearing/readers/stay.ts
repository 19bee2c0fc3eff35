import { daysOf, type Direction } from '../calendar.ts';
import type { Candidate } from '../candidates.ts';
import type { Day } from '../../core/day.ts';
import type { DateSaid } from '../dates.ts';
import type { Cue } from '../heard.ts';
import { monthsIn, monthsOf, type LengthSaid } from '../lengths.ts';
import { overlap, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { cueAfter, cueBefore, isBound, roleOf } from '../roles.ts';
import { inside } from '../polarity.ts';
import { isEmpty, partAround, standsAlone } from '../scene.ts';
import { isAge, isBirthday } from './age.ts';

/** Short of three months much is different: a length on both sides of it is not averaged. */
const short = 3;
const stayFields: readonly (string | null)[] = ['stayMonths', 'stayFrom', 'stayUntil', 'monthsInFrance'];
const cardFields: readonly (string | null)[] = ['ehic', 'ehicUntil'];

/** How long, from when and until when: the stay, the time already spent, and the card. */
export function stayTold(listening: Listening): readonly Candidate[] {
  const { dates } = listening;
  const lengths = listening.lengths.filter((length) => length.unit !== 'hour' && !isAge(listening, length));
  const told = lengths.flatMap((length) => lengthTold(listening, length));
  return [
    ...told,
    ...corrections(listening, told, lengths),
    ...bareMonths(listening),
    ...dates.filter((date) => !isBirthday(listening, date)).flatMap((date) => dateTold(listening, date)),
    ...correctedDates(listening),
  ];
}

/** "I arrived on the 9th, sorry, the 19th": what is said instead is the same end of the same time. */
function correctedDates(listening: Listening): Candidate[] {
  const { scene, dates } = listening;
  const corrections = [...scene.marks.of('answer.correction'), ...scene.marks.of('answer.no')];
  return dates.flatMap((date, at): Candidate[] => {
    const before = dates[at - 1];
    if (
      before === undefined ||
      date.pair !== null ||
      !corrections.some(({ from, to }) => from >= before.to && to <= date.from)
    )
      return [];
    return dateTold(listening, before).flatMap(({ field, cue }) => {
      const last = field === 'stayUntil' || field === 'ehicUntil';
      const day = daysOf(date.said, last ? 'future' : 'past', scene.on)?.[last ? 'last' : 'first'];
      return day === undefined || field === 'monthsInFrance' ? [] : told(date, field, day, cue);
    });
  });
}

function lengthTold(listening: Listening, length: LengthSaid): Candidate[] {
  const { scene, asked, dates } = listening;
  if (isDenied(listening, length) || isDocument(listening, length)) return [];
  const cue = roleOf(scene, length, ['other', 'elapsed', 'stay', 'arrive']) ?? cardIn(listening, length);
  if (dates.some((date) => overlap(date, length))) return [];
  if (cueBefore(scene, length, 'date.since') !== null) return sinceTold(listening, length, cue?.role);
  if (cue?.role === 'other' || cue?.role === 'card') return [];
  if (cue?.role === 'elapsed')
    return isElsewhere(listening, length) ? [] : told(length, 'monthsInFrance', monthsOf(length), 'full');
  if (isOver(listening, length)) return [];
  if (cue !== null) return inMonths(length, 'stayMonths', 'full');
  if (asked === 'stayMonths' || asked === 'monthsInFrance')
    return answersBriefly(listening, length) ? inMonths(length, asked, 'asked') : [];
  const alone = standsAlone(scene, length, [...scene.marks.of('lead'), ...denied(listening)]);
  return alone && !isAfterQuestion(listening, length) && scene.tokens[length.to]?.text !== '?'
    ? inMonths(length, 'stayMonths', 'weak')
    : [];
}

/** "How long does it take, 3 months?" */
function isAfterQuestion({ scene }: Listening, span: Span): boolean {
  const sentence = scene.sentences[span.from];
  return scene.marks.of('having.asks').some(({ from, to }) => scene.sentences[from] === sentence && to <= span.from);
}

/** "For two months" is a stay, "since two months" is over: where it is said to be one in France, or was asked. */
function sinceTold(listening: Listening, length: LengthSaid, role: string | undefined): Candidate[] {
  const { asked } = listening;
  if (role === 'other' || isElsewhere(listening, length)) return [];
  const cue: Cue | null = role !== undefined && role !== 'card' ? 'full' : stayFields.includes(asked) ? 'asked' : null;
  return cue === null ? [] : told(length, 'monthsInFrance', monthsOf(length), cue);
}

/** "I was in Paris for two months". */
function isOver({ scene }: Listening, span: Span): boolean {
  return inside(scene, 'role.over.around', partAround(scene, span.from)).length > 0;
}

/** "My passport stays valid for six months". */
function isDocument({ scene }: Listening, length: LengthSaid): boolean {
  const part = partAround(scene, length.from);
  return (
    inside(scene, 'role.document.around', part).length > 0 && inside(scene, 'role.validity.before', part).length > 0
  );
}

/** "A card for 3 months". */
function cardIn({ scene }: Listening, length: LengthSaid): { readonly role: 'card' } | null {
  const part = partAround(scene, length.from);
  return inside(scene, 'role.card.before', part).length > 0 ? { role: 'card' } : null;
}

/** "1 year, not 2": the other number, and the word that denies it. */
function denied(listening: Listening): readonly Span[] {
  const numbers = listening.bare.filter((number) => isDenied(listening, number));
  return [...listening.scene.marks.of('deny.before'), ...numbers];
}

/** "3 to 4 months" is about three and a half; "2 to 4" may be either side of three. */
function inMonths(length: LengthSaid, field: string, cue: Cue): Candidate[] {
  const [least, most] = [monthsIn(length.amount, length.unit), monthsIn(length.most, length.unit)];
  const candidate = { from: length.from, to: length.to, field, value: monthsOf(length), cue };
  if (least === most || least >= short || most < short) return [candidate];
  return [{ ...candidate, value: least, others: [most] }];
}

function told({ from, to }: Span, field: string, value: unknown, cue: Cue): Candidate[] {
  return [{ from, to, field, value, cue }];
}

/** "not 10", "I don't leave in June", and "less than 3", which is no value. */
export function isDenied({ scene }: Listening, span: Span): boolean {
  if (cueBefore(scene, span, 'deny', 1) !== null || cueAfter(scene, span, 'deny') !== null) return true;
  const part = partAround(scene, span.from);
  const not = inside(scene, 'having.not', part).some(({ to }) => to <= span.from && span.from - to <= reachOfDenial);
  return not || isBound(scene, span);
}

const reachOfDenial = 3;

/** "I have lived in Brussels for 4 years" is no time in France. */
function isElsewhere({ scene, places }: Listening, span: Span): boolean {
  const part = partAround(scene, span.from);
  return places.some((place) => place.kind !== 'people' && overlap(place, part) && !place.codes.includes('FR'));
}

/** The answer comes in few words, or is the only length that is said: of two in a long story, either may be of something in it. */
const briefly = 8;

function answersBriefly({ scene, lengths }: Listening, span: Span): boolean {
  const part = partAround(scene, span.from);
  const around = part.to - part.from - (span.to - span.from);
  return around <= briefly || lengths.filter(({ unit }) => unit !== 'hour').length === 1;
}

/** "10 months, sorry no, 5", "1 year not 2": the other number counts the same. */
function corrections(listening: Listening, lengths: readonly Candidate[], said: readonly LengthSaid[]): Candidate[] {
  const { scene, bare } = listening;
  return bare.flatMap((number): Candidate[] => {
    const before = said.findLast(({ to }) => to <= number.from);
    const own = lengths.find(
      ({ from, field }) => from === before?.from && (field === 'stayMonths' || field === 'monthsInFrance'),
    );
    const length =
      own ??
      (before !== undefined && stayFields.includes(listening.asked) && isDenied(listening, before)
        ? { field: listening.asked ?? '', cue: 'asked' as const }
        : undefined);
    if (before === undefined || length === undefined || isDenied(listening, number) || number.value > mostMonths)
      return [];
    const corrected = [...scene.marks.of('answer.correction'), ...scene.marks.of('answer.no')].some(
      ({ from, to }) => from >= before.to && to <= number.from,
    );
    return corrected || isDenied(listening, before)
      ? [{ ...length, from: number.from, to: number.to, value: monthsIn(number.value, before.unit) }]
      : [];
  });
}

const mostMonths = 72;
const nearby = 4;

/** Asked how many months, a number by itself is so many. */
function bareMonths(listening: Listening): Candidate[] {
  const { scene, bare, asked, lengths } = listening;
  if ((asked !== 'stayMonths' && asked !== 'monthsInFrance') || lengths.length > 0) return [];
  return bare.flatMap((number): Candidate[] => {
    if (number.value > mostMonths || isDenied(listening, number)) return [];
    if (
      roleOf(scene, number, ['other', 'age']) !== null ||
      !standsAlone(scene, number, [...scene.marks.of('lead'), ...scene.marks.of('answer.correction')])
    )
      return [];
    return told(number, asked, number.value, 'asked');
  });
}

function dateTold(listening: Listening, date: DateSaid): Candidate[] {
  const { dates } = listening;
  const other = date.pair === null ? undefined : dates[date.pair];
  if (other === undefined) return singleTold(listening, date);
  return date.edge === 'from' ? pairTold(listening, date, other) : [];
}

/** "From September to June". */
function pairTold(listening: Listening, first: DateSaid, last: DateSaid): Candidate[] {
  const { scene, asked } = listening;
  const whole = { from: first.from, to: last.to };
  const cue = roleOf(scene, whole, ['other', 'card', 'stay', 'arrive', 'leave', 'elapsed']);
  const until = daysOf(last.said, 'future', scene.on)?.last;
  if (until === undefined || cue?.role === 'other') return [];
  if (cue?.role === 'card' || (cue === null && cardFields.includes(asked)))
    return told(last, 'ehicUntil', until, 'full');
  const strength = strengthOf(listening, whole, cue !== null, true);
  const from = daysOf(first.said, 'past', until)?.first;
  if (strength === null) return [];
  return [
    ...(from === undefined ? [] : told(first, 'stayFrom', from, strength)),
    ...told(last, 'stayUntil', until, strength),
  ];
}

/** How surely a date is one of the stay; null when another question was asked and nothing says so. */
function strengthOf({ scene, asked }: Listening, span: Span, cued: boolean, isPair = false): Cue | null {
  if (cued) return 'full';
  if (stayFields.includes(asked)) return 'asked';
  if (asked !== null) return null;
  const first =
    isPair && isEmpty(scene, { from: partAround(scene, span.from).from, to: span.from }, scene.marks.of('lead'));
  return first || standsAlone(scene, span, scene.marks.of('lead')) ? 'weak' : null;
}

function singleTold(listening: Listening, date: DateSaid): Candidate[] {
  const { scene, asked } = listening;
  if (isDenied(listening, date)) return [];
  const cue = roleOf(scene, date, ['other', 'card', 'leave', 'stay', 'arrive', 'elapsed']);
  // "I go home for a month at Christmas" is no end of the stay.
  const role = cue === null || (cue.role === 'leave' && cue.distance > nearby) ? null : cue.role;
  const document = documentEnding(listening, date);
  if (document === 'other' || (role === 'other' && document === null)) return [];
  const day = (direction: Direction, end: 'first' | 'last'): Day | undefined =>
    daysOf(date.said, direction, scene.on)?.[end];
  const candidate = (field: string, value: Day | undefined, strength: Cue | null): Candidate[] =>
    value === undefined || strength === null ? [] : told(date, field, value, strength);
  if (role === 'card' && document === null && date.edge === null && !cardFields.includes(asked)) return [];
  if (asked === 'ehic' && role === null && document === null && date.edge === null) return [];
  if (document === 'card' || role === 'card' || (role === null && cardFields.includes(asked))) {
    const over = cueBefore(scene, date, 'role.past', 1) !== null && date.edge !== 'until';
    return candidate(
      'ehicUntil',
      day(over ? 'past' : 'future', 'last'),
      document === null && role === null ? 'asked' : 'full',
    );
  }
  if (role === 'leave' && date.edge !== 'until' && date.edge !== null) return [];
  if (date.edge === 'until' || role === 'leave')
    return candidate('stayUntil', day('future', 'last'), strengthOf(listening, date, role !== null));
  if (date.edge !== null || role === 'arrive' || role === 'elapsed') {
    if (role === null && asked !== 'stayFrom' && asked !== 'stayMonths' && asked !== 'monthsInFrance') return [];
    if (isElsewhere(listening, date) && role === 'elapsed') return [];
    const past = date.edge === 'since' || isPast(listening, date);
    const cue = role === null ? 'asked' : 'full';
    return [...candidate('stayFrom', day(past ? 'past' : 'near', 'first'), cue), ...agoTold(listening, date, cue)];
  }
  if (asked === 'stayFrom') return candidate('stayFrom', day('near', 'first'), 'asked');
  if (asked === 'stayUntil' || (asked === 'stayMonths' && standsAlone(scene, date, scene.marks.of('lead'))))
    return candidate('stayUntil', day('future', 'last'), 'asked');
  return [];
}

/** "My card …, but it expires in March": what was named last, when nothing of a stay is said in between. */
function documentEnding({ scene, asked }: Listening, date: DateSaid): 'card' | 'other' | null {
  const ends = cueBefore(scene, date, 'role.validity', 1);
  if (ends === null) return null;
  const named = (['card', 'document', 'stay', 'leave'] as const)
    .flatMap((role) =>
      [...scene.marks.of(`role.${role}.before`), ...scene.marks.of(`role.${role}.around`)].map((at) => ({ role, at })),
    )
    .filter(({ at }) => at.from < ends.from)
    .sort((a, b) => b.at.to - a.at.to || (a.role === 'document' ? -1 : 1))[0];
  if (named === undefined) return cardFields.includes(asked) ? 'card' : null;
  return named.role === 'card' ? 'card' : named.role === 'document' ? 'other' : null;
}

/** "Arrived two months ago". */
function agoTold({ scene, lengths }: Listening, date: DateSaid, cue: Cue): Candidate[] {
  const length = lengths.find((said) => overlap(said, date));
  if (length === undefined || date.said.kind !== 'fixed' || date.said.day > scene.on) return [];
  return told(date, 'monthsInFrance', monthsOf(length), cue);
}

function isPast({ scene }: Listening, date: DateSaid): boolean {
  const part = partAround(scene, date.from);
  const last = [
    ...scene.marks.of('tense.past').map((span) => ({ ...span, past: true })),
    ...scene.marks.of('tense.future').map((span) => ({ ...span, past: false })),
  ]
    .filter((span) => span.from >= part.from && span.to <= part.to)
    .sort((a, b) => Math.abs(a.to - date.from) - Math.abs(b.to - date.from))[0];
  return last?.past === true;
}
