import { daysOf } from '../calendar.ts';
import type { Candidate } from '../candidates.ts';
import type { DateSaid } from '../dates.ts';
import type { Listening } from '../listening.ts';
import { cueBefore, roleOf } from '../roles.ts';
import { isBirthday } from './age.ts';

/** What a deadline is about, the day it counts from, and for a card the end of the stay. */
export function deadlineTold(listening: Listening): readonly Candidate[] {
  const about = aboutTold(listening);
  const kind = about?.value ?? listening.told['about'];
  return [...(about === null ? [] : [about]), ...daysTold(listening, kind)];
}

/** The kind of which the most words were said; the first in the data of two. */
function aboutTold({ scene }: Listening): Candidate | null {
  let best: { readonly candidate: Candidate; readonly words: number } | null = null;
  for (const [value, ways] of Object.entries(scene.language.data.about)) {
    for (const [at, way] of ways.entries()) {
      const spans = way.split('+').map((_, piece) => scene.marks.of(`about.${value}.${at}.${piece}`)[0]);
      const [first] = spans;
      if (first === undefined || spans.includes(undefined) || (best !== null && best.words >= spans.length)) continue;
      best = { words: spans.length, candidate: { from: first.from, to: first.to, field: 'about', value, cue: 'full' } };
    }
  }
  return best?.candidate ?? null;
}

function daysTold(listening: Listening, about: unknown): Candidate[] {
  const { dates, scene, asked } = listening;
  const own = dates.filter(
    (date) =>
      !isBirthday(listening, date) && cueBefore(scene, date, 'deny', 1) === null && (date.said.kind !== 'month' || date.edge !== null || about === 'ehic-gap'),
  );
  if (asked === 'stayUntil') return own.slice(0, 1).flatMap((date) => dayOf(listening, date, 'stayUntil'));
  const stay = own.find((date) => roleOf(scene, date, ['card', 'stay', 'leave'])?.role.match(/stay|leave/) != null);
  const ends = about === 'ehic-gap' ? stay : undefined;
  const first = own.find((date) => date !== ends);
  return [
    ...(first === undefined ? [] : dayOf(listening, first, 'from')),
    ...(ends === undefined ? [] : dayOf(listening, ends, 'stayUntil')),
  ];
}

/** A card and a stay end in time to come; a payment, an arrival and a registration were, unless they are said to be. */
function dayOf({ scene, asked }: Listening, date: DateSaid, field: 'from' | 'stayUntil'): Candidate[] {
  const ends = field === 'stayUntil' || date.edge === 'until' || roleOf(scene, date, ['card']) !== null;
  const future = roleOf(scene, date, ['future', 'past'])?.role === 'future';
  const days = daysOf(date.said, ends || future ? 'future' : 'past', scene.on);
  if (days === null) return [];
  const cue = asked === field ? 'asked' : 'full';
  return [{ from: date.from, to: date.to, field, value: ends ? days.last : days.first, cue }];
}
