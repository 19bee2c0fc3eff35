import { daysOf } from '../calendar.ts';
import type { Candidate } from '../candidates.ts';
import type { DateSaid } from '../dates.ts';
import type { Listening } from '../listening.ts';
import { hasCue, isDeniedBefore, roleOf } from '../roles.ts';
import { personAt } from '../whose.ts';
import { isBirthday } from './birthday.ts';
import { isCorrectedDate } from './corrected-date.ts';

/** What a deadline is about, the day it counts from, and for a card its last day and the end of the stay. */
export function deadlineTold(listening: Listening): readonly Candidate[] {
  const about = aboutTold(listening);
  const kind = about?.value ?? listening.told['about'];
  return [...(about === null ? [] : [about]), ...daysTold(listening, kind)];
}

/**
 * The kind of which the most words were said; the first in the data of two. Asked for, one of its words is enough. Who asks
 * how long it took a friend asks for themselves.
 */
function aboutTold({ scene, asked }: Listening): Candidate | null {
  let best: { readonly candidate: Candidate; readonly words: number } | null = null;
  for (const [value, ways] of Object.entries(scene.language.data.about)) {
    for (const [at, way] of ways.entries()) {
      const spans = way.split('+').map((_, piece) => scene.marks.of(`about.${value}.${at}.${piece}`)[0]);
      const said = spans.filter((span) => span !== undefined);
      const [first] = said;
      if (first === undefined || (said.length < spans.length && !(asked === 'about' && spans[0] === first))) continue;
      if (best !== null && best.words >= said.length) continue;
      best = {
        words: said.length,
        candidate: { from: first.from, to: first.to, field: 'about', value, cue: 'full', person: 'student' },
      };
    }
  }
  return best?.candidate ?? null;
}

type Field = 'from' | 'ehicUntil' | 'stayUntil';

const dayFields: ReadonlySet<string | null> = new Set(['from', 'ehicUntil', 'stayUntil']);

/** Without a kind, and without a question for it, a day is one of something else. */
function daysTold(listening: Listening, about: unknown): readonly Candidate[] {
  const { scene, dates, asked, persons } = listening;
  const card = about === 'ehic-gap' || asked === 'ehicUntil' || asked === 'stayUntil';
  if (about === undefined && !dayFields.has(asked)) return [];
  const own = dates.filter(
    (date, at) =>
      !isCorrectedDate(scene, date, dates[at + 1]) &&
      ((card && isLastYear(listening, date)) || !isBirthday(listening, date)) &&
      !isDeniedBefore(scene, date, 1) &&
      !isOfAnother(listening, date) &&
      (date.said.kind !== 'month' || date.edge !== null || card) &&
      !(card && begins(listening, date)),
  );
  if (!card) {
    // "My sister came on the 2nd, me on the 17th".
    const mine = own.filter((date) => personAt(persons, date) === 'student');
    const counted = mine.find((date) => isCountedFrom(listening, date, about)) ?? mine[0] ?? own[0];
    return counted === undefined ? [] : dayOf(listening, counted, 'from', givenBefore.has(String(about)));
  }
  return own.flatMap((date, at) => dayOf(listening, date, cardField(listening, date, at)));
}

/** "Until 2028": a year is enough for a card, and nobody was born in it. */
function isLastYear({ scene }: Listening, date: DateSaid): boolean {
  return date.said.kind === 'year' && (date.edge === 'until' || hasCue(scene, date, 'role.validity', 1));
}

/** "Since September", "I arrived in August": neither a card nor a stay ends then. */
function begins({ scene }: Listening, date: DateSaid): boolean {
  return date.edge === 'since' || roleOf(scene, date, ['card', 'stay', 'leave', 'arrive'])?.role === 'arrive';
}

const counted = ['bought', 'enrolled', 'arrive'];

/** A deadline → what the day is one of that it counts from. */
const countedFrom: Readonly<Record<string, readonly string[]>> = {
  'cover-start': ['bought'],
  certificate: ['bought'],
  'rc-end': ['bought'],
  'cmu-request': ['arrive'],
  'cmu-decision': ['arrive'],
  'final-number': ['enrolled'],
  register: ['enrolled', 'arrive'],
};

/** "My appointment is on the 9th", "my permit ends on 31 August": no deadline counts from it. */
function isOfAnother({ scene, asked }: Listening, date: DateSaid): boolean {
  if (dayFields.has(asked) || roleOf(scene, date, counted) !== null) return false;
  return roleOf(scene, date, ['card', 'stay', 'leave', 'other'])?.role === 'other';
}

/** "Enrolled on the 7th, paid today: from when am I covered?": of two days the one that counts. */
function isCountedFrom({ scene }: Listening, date: DateSaid, about: unknown): boolean {
  const role = roleOf(scene, date, counted)?.role;
  return role !== undefined && (countedFrom[String(about)] ?? []).includes(role);
}

/** Said of the card, or of the stay; else the one that was asked for, and the card first. */
function cardField({ scene, asked }: Listening, date: DateSaid, at: number): Field {
  const role = roleOf(scene, date, ['card', 'stay', 'leave'])?.role;
  if (role !== undefined) return role === 'card' ? 'ehicUntil' : 'stayUntil';
  if (at === 0) return asked === 'stayUntil' ? 'stayUntil' : 'ehicUntil';
  return asked === 'stayUntil' ? 'ehicUntil' : 'stayUntil';
}

/** What ends is held already: the day that it was given is past. */
const givenBefore: ReadonlySet<string> = new Set(['temporary-number-end']);

/** A card and a stay end in time to come; a payment, an arrival and a registration were, or will be. */
function dayOf({ scene, asked }: Listening, date: DateSaid, field: Field, isPast = false): Candidate[] {
  const ends = field !== 'from';
  const tense = roleOf(scene, date, ['future', 'past'])?.role;
  // "I would like to pay on the 5th of December": without a tense, the nearest.
  const direction = ends || tense === 'future' ? 'future' : tense === 'past' || isPast ? 'past' : 'near';
  const days = daysOf(date.said, direction, scene.on);
  if (days === null) return [];
  const value = ends ? days.last : days.first;
  return [{ from: date.from, to: date.to, field, value, cue: asked === field ? 'asked' : 'full' }];
}
