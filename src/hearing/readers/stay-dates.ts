import { daysOf, type Direction } from '../calendar.ts';
import { candidateAt, type Candidate } from '../candidates.ts';
import type { Day } from '../../core/day.ts';
import type { DateSaid } from '../dates.ts';
import type { Cue } from '../heard.ts';
import { overlap, within, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { cueAfter, cueBefore, hasCue, roleOf } from '../roles.ts';
import { isEmpty, partAround, standsAlone, type Scene } from '../scene.ts';
import { inside } from '../polarity.ts';
import { cardFields, stayFields } from './asked-fields.ts';
import { isBirthday } from './birthday.ts';
import { correctedDates } from './corrected-date.ts';
import { isDayOfWork, isEnrolledSince } from './dates-of-else.ts';
import { isDenied } from './denied.ts';
import { earliestEnd } from './earliest-end.ts';
import { isOfWhatIsThereInstead } from './there-instead.ts';
import { isLacked, isOfAnotherPaper } from './which-paper.ts';
import { isElsewhere, isSpentElsewhere } from './elsewhere.ts';
import { isOfAThing } from './of-a-thing.ts';
import { agoTold, isLivedSince } from './stay-ago.ts';
import { directionOf } from './stay-start.ts';
import { isOfTime, mayBeOfCard, strengthOf } from './stay-strength.ts';
import { isBackFromFeast, isForFeast, isVisit } from './visit-home.ts';

/** Further off, "home" is said of something else. */
const nearby = 4;

/** From when and until when: the stay, and the card. */
export function stayDatesTold(listening: Listening): readonly Candidate[] {
  const dates = listening.dates.filter(
    (date) => (isCardYear(listening, date) || !isBirthday(listening, date)) && !isCountedTo(listening, date),
  );
  const taken = (date: DateSaid) =>
    date.pair === null ? singleTold(listening, date, true) : dateTold(listening, date);
  return [...dates.flatMap((date) => dateTold(listening, date)), ...correctedDates(listening, taken)];
}

/** "my card is valid until 2028": a year is enough for a card. */
function isCardYear(listening: Listening, date: DateSaid): boolean {
  if (date.said.kind !== 'year') return false;
  const ends = hasCue(listening.scene, date, 'role.validity', 1);
  return date.edge === 'until' || ends || expiresBeside(listening, date) !== null;
}

/** "Since the 30th of August, so three months today", "three weeks on Friday": what has been. */
function isCountedTo({ scene, lengths }: Listening, date: DateSaid): boolean {
  const isToday = date.said.kind === 'fixed' && date.said.day === scene.on;
  if (isToday && date.edge === 'until') return true;
  const on = cueBefore(scene, date, 'date.on')?.from ?? date.from;
  // "It will be eight months in mid-December".
  const reached = lengths.some(
    (length) =>
      cueBefore(scene, length, 'role.turning', 1) !== null && isEmpty(scene, { from: length.to, to: date.from }),
  );
  if (reached) return true;
  return (isToday || date.said.kind === 'weekday') && lengths.some(({ to }) => to === date.from || to === on);
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
  // To how one works, "an internship from March to June" is that.
  if (
    asked === 'work' &&
    cue !== null &&
    ['before', 'after'].some((side) => scene.marks.of(`role.other.${side}`).some((other) => overlap(other, cue.at)))
  )
    return [];
  if (cue?.role === 'card' || (cue === null && cardFields.has(asked)))
    return candidateAt(last, 'ehicUntil', until, 'full');
  // "For 2026-2027" is the year of a school.
  if (last.said.kind === 'year') return [];
  const strength = strengthOf(listening, whole, { cued: cue !== null, isOfTime: true });
  const from = daysOf(first.said, 'past', until)?.first;
  if (strength === null) return [];
  return [
    ...(from === undefined ? [] : candidateAt(first, 'stayFrom', from, strength)),
    ...candidateAt(last, 'stayUntil', until, strength),
  ];
}

/** @param corrected what is denied tells what is told instead of it */
function singleTold(listening: Listening, date: DateSaid, corrected = false): Candidate[] {
  const { scene, asked, lengths } = listening;
  if (!corrected && isDenied(listening, date)) return [];
  if (cardFields.has(asked) && isOfWhatIsThereInstead(listening, date)) return [];
  const role = dateRole(listening, date);
  const document = documentEnding(listening, date);
  if (document === 'other' || (role === 'other' && document === null)) return [];
  if (role === 'stay' && isSpentElsewhere(listening, date, null)) return [];
  if (date.said.kind === 'year' && document !== 'card' && role !== 'card' && !cardFields.has(asked)) return [];
  const day = (direction: Direction, end: 'first' | 'last'): Day | undefined =>
    daysOf(date.said, direction, scene.on)?.[end];
  const candidate = (field: string, value: Day | undefined, strength: Cue | null): Candidate[] =>
    value === undefined || strength === null ? [] : candidateAt(date, field, value, strength);
  if (isBesideCard(listening, date, role, document)) return [];
  if (asked === 'ehic' && role === null && document === null && date.edge === null && !endsBefore(listening, date))
    return [];
  if (document === 'card' || role === 'card' || (role === null && cardFields.has(asked))) {
    if (isIssue(listening, date)) return [];
    const over = date.edge === 'since' || hasLapsed(listening, date);
    const strength = document === null && role === null ? 'asked' : 'full';
    return [
      ...candidate('ehicUntil', day(over ? 'past' : 'future', 'last'), strength),
      ...(over ? candidateAt(date, 'ehic', 'none', strength) : []),
    ];
  }
  if (role === 'leave' && date.edge !== 'until' && date.edge !== null) return [];
  // Asked until when: the "de" of "por volta de 20 de maio" begins nothing.
  const asksEnd = asked === 'stayUntil' && role === null && date.edge === 'from' && lengths.length === 0;
  if (date.edge === 'until' || role === 'leave' || asksEnd) {
    const strength = strengthOf(listening, date, { cued: role !== null, isOfTime: isOfTime(listening, date) });
    const until = candidate('stayUntil', daysOf(date.said, 'future', earliestEnd(listening))?.last, strength);
    return strength === 'weak' && mayBeOfCard(listening) ? until.map((one) => ({ ...one, orOf: 'ehicUntil' })) : until;
  }
  if (role === 'stay' && date.edge === null && endsAsBefore(listening, date))
    return candidate('stayUntil', day('future', 'last'), 'full');
  const since = role === 'arrive' || role === 'elapsed' || (role === 'stay' && isLivedSince(listening, date));
  if (date.edge !== null || since || asked === 'monthsInFrance') {
    if (role === null && !stayFields.has(asked) && !isBehindStay(listening, date)) return [];
    if ((isElsewhere(listening, date) && role === 'elapsed') || isEnrolledSince(listening, date)) return [];
    const cue = role === null ? 'asked' : 'full';
    const from = day(directionOf(listening, date), 'first');
    return [
      ...candidate('stayFrom', from, cue),
      ...agoTold(listening, date, cue),
      // Who has not come yet has spent no time here: asked for, it is said; else the day says it.
      ...(from !== undefined && from >= scene.on && asked === 'monthsInFrance'
        ? candidateAt(date, 'monthsInFrance', 0, cue)
        : []),
    ];
  }
  if (asked === 'stayFrom') return candidate('stayFrom', day('near', 'first'), 'asked');
  if (asked === 'stayUntil' || (asked === 'stayMonths' && standsAlone(scene, date, scene.marks.of('lead'))))
    return candidate('stayUntil', day('future', 'last'), 'asked');
  return [];
}

/** A day beside the card that nothing says to be its last: "my visa ends on the 3rd, my card on the 8th" says it. */
function isBesideCard(listening: Listening, date: DateSaid, role: string | null, document: string | null): boolean {
  const isBeside = role === 'card' && document === null && date.edge === null && !cardFields.has(listening.asked);
  return isBeside && !endsAsBefore(listening, date);
}

/** "Two semesters in Caen, starting in January": it is the stay that starts. */
function isBehindStay({ scene, lengths, asked }: Listening, date: DateSaid): boolean {
  const before = lengths.findLast(({ to, unit }) => to <= date.from && unit !== 'hour');
  if (before === undefined || date.edge !== 'from' || scene.sentences[before.from] !== scene.sentences[date.from])
    return false;
  const between = isEmpty(scene, { from: before.to, to: date.from }, scene.marks.of('date.from.before'));
  const role = roleOf(scene, before, ['other', 'elapsed', 'stay', 'card'])?.role;
  return role === 'stay' || (role === undefined && between && asked === null);
}

/** "My card ends on the 2nd of March, my stay on the 9th of July": what was said of one is said of the other. */
function endsAsBefore(listening: Listening, date: DateSaid): boolean {
  const { scene, dates } = listening;
  const before = dates.findLast(({ to }) => to <= date.from);
  if (before === undefined || scene.sentences[before.from] !== scene.sentences[date.from]) return false;
  return documentEnding(listening, before) !== null || cueBefore(scene, before, 'role.validity', 1) !== null;
}

/** "I get it in ten days", "issued on the 5th": a day on which a card comes, not one on which it ends. */
function isIssue({ scene }: Listening, date: DateSaid): boolean {
  const part = partAround(scene, date.from);
  const nearest = [
    ...inside(scene, 'role.issued.around', part).map((span) => ({ ...span, ends: false })),
    ...inside(scene, 'role.validity.before', part).map((span) => ({ ...span, ends: true })),
    ...inside(scene, 'date.until.before', part).map((span) => ({ ...span, ends: true })),
  ]
    .map((span) => ({ ...span, distance: Math.max(date.from - span.to, span.from - date.to) }))
    .sort((a, b) => a.distance - b.distance || b.to - b.from - (a.to - a.from))[0];
  return nearest?.ends === false;
}

/** "It expired, in June", "Expired. In August." */
function hasLapsed({ scene }: Listening, date: DateSaid): boolean {
  // "It run out on 2 May 2028": a day to come is none on which it has.
  const day = 'year' in date.said && date.said.year !== null ? daysOf(date.said, 'future', scene.on) : null;
  if (day !== null && day.first > scene.on) return false;
  if (cueBefore(scene, date, 'role.lapsed', 3) !== null) return true;
  const past = date.edge === 'until' ? null : cueBefore(scene, date, 'role.past', 1);
  // The "last" of "last day" is no past.
  return past !== null && !scene.marks.of('role.validity.before').some((valid) => within(past, valid));
}

/** "I go home for a month at Christmas" is no end of the stay; a flight is one to or fro, by what was asked. */
function dateRole(listening: Listening, date: DateSaid): string | null {
  const { scene, asked } = listening;
  if (asked === 'ehicUntil' && listening.dates.length === 1) return isOfAnotherPaper(scene, date) ? 'other' : null;
  if (isForFeast(listening, date)) return 'other';
  const cue = roleOf(
    scene,
    date,
    ['other', 'card', 'leave', 'stay', 'arrive', 'elapsed', 'flight'],
    (at) =>
      isLacked(scene, at) ||
      isUntil(scene, at, date) ||
      isAfterElse(listening, at, date) ||
      isStarting(scene, at, date),
  );
  if (cue === null || (cue.role === 'leave' && cue.distance > nearby)) return null;
  if (cue.role === 'leave' && (isVisit(listening, date, cue.at) || isDayOfWork(listening, date))) return 'other';
  if ((cue.role === 'leave' || cue.role === 'arrive') && isBackFromFeast(listening, date)) return 'other';
  // "I came on the 6th for a master": a day by itself is no stay.
  if (cue.role === 'stay' && date.edge === null && roleOf(scene, date, ['arrive']) !== null) return 'arrive';
  if ((cue.role === 'arrive' || cue.role === 'elapsed') && isOfAThing(scene, cue.at)) return 'other';
  if (cue.role !== 'flight') return cue.role;
  if (asked === 'stayFrom' || asked === 'monthsInFrance') return 'arrive';
  return asked === 'stayUntil' ? 'leave' : 'other';
}

/** "Until my exam on the 4th": what is named in between is what the time lasts until. */
function isUntil(scene: Scene, at: Span, date: DateSaid): boolean {
  if (date.lasting !== null && at.from >= date.lasting && at.to <= date.from) return true;
  return scene.marks
    .of('date.until.before')
    .some((until) => within(at, until) && until.to <= date.from && isEmpty(scene, { from: until.to, to: date.from }));
}

/** Asked for a day, "the 20th, after my exams" says when it is, and is no day of the exams. */
function isAfterElse({ scene, asked }: Listening, at: Span, date: Span): boolean {
  const lead = [...scene.marks.of('shift.after'), ...scene.marks.of('shift.before')].some(
    ({ from }) => from === date.to,
  );
  return lead && stayFields.has(asked) && at.from >= date.to;
}

/** The "partir de" of "à partir de janvier" says that something starts, of the stay nothing. */
function isStarting(scene: Scene, at: Span, date: Span): boolean {
  return scene.marks.of('date.from.before').some((from) => within(at, from) && from.to === date.from);
}

/** "It expires in the middle, March I think". */
function endsBefore({ scene }: Listening, date: DateSaid): boolean {
  return scene.marks.of('role.validity.before').some(({ to }) => to <= date.from);
}

/** "My card …, but it expires in March": what was named last, when nothing of a stay is said in between. */
function documentEnding(listening: Listening, date: DateSaid): 'card' | 'other' | null {
  const { scene, asked } = listening;
  const expires = expiresBeside(listening, date);
  const ends = cueBefore(scene, date, 'role.validity', 1) ?? cueAfter(scene, date, 'role.validity') ?? expires;
  if (ends === null) return null;
  const named = (['card', 'document', 'stay', 'leave'] as const)
    .flatMap((role) =>
      [...scene.marks.of(`role.${role}.before`), ...scene.marks.of(`role.${role}.around`)].map((at) => ({ role, at })),
    )
    .filter(({ role, at }) => at.from < ends.from && (role === 'document' || !isOfDocument(scene, at)))
    .filter(({ role, at }) => (role !== 'card' || !isLacked(scene, at)) && !isUntil(scene, at, date))
    .sort((a, b) => b.at.to - a.at.to || a.at.from - b.at.from || (a.role === 'document' ? -1 : 1))[0];
  if (named === undefined) return cardFields.has(asked) || expires !== null ? 'card' : null;
  return named.role === 'card' ? 'card' : named.role === 'document' ? 'other' : null;
}

/** "It expires in 2028", said of nothing else, where a card was told before. */
function expiresBeside({ scene, told, asked }: Listening, date: DateSaid): Span | null {
  const isHeld = 'ehicUntil' in told || told['ehic'] === 'full' || told['ehic'] === 'partial';
  if (!isHeld || stayFields.has(asked)) return null;
  const cue = cueBefore(scene, date, 'role.expires', 1) ?? cueAfter(scene, date, 'role.expires', 1);
  const before = { from: partAround(scene, date.from).from, to: Math.min(cue?.from ?? date.from, date.from) };
  return isEmpty(scene, before, scene.marks.of('date.between')) ? cue : null;
}

/** The "séjour" of a "titre de séjour" is no stay. */
function isOfDocument(scene: Scene, at: Span): boolean {
  return scene.marks.of('role.document.around').some((named) => overlap(named, at) && named.from < at.from);
}
