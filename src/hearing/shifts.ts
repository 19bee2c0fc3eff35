import type { Said } from './calendar.ts';
import type { Found } from './date-words.ts';
import { joinedBy } from './joined.ts';
import { averageMonth, monthsIn, type LengthSaid } from './lengths.ts';
import { overlap, type Span } from './lexicon.ts';
import type { Scene } from './scene.ts';

/** "A week later", "two days before Christmas", "the day before": days that are counted from another that is named. */
export function withShifts(scene: Scene, dates: readonly Found[], lengths: readonly LengthSaid[]): readonly Found[] {
  const shifted = [
    ...lengths.flatMap((length) => byLength(scene, length, dates)),
    ...byDay(scene, dates),
    ...byWeekday(scene, dates),
  ];
  const rest = dates.filter((date) => !shifted.some((span) => overlap(span, date)));
  return [...rest, ...shifted].sort((a, b) => a.from - b.from);
}

/** Whether a length is one from a day that was told: "three days later". */
export function isLater(scene: Scene, length: Span): boolean {
  return beside(scene, 'shift.later', length) !== undefined;
}

function byLength(scene: Scene, length: LengthSaid, dates: readonly Found[]): Found[] {
  if (length.unit === 'hour') return [];
  for (const [after, alone, sign] of [
    ['shift.after', 'shift.later', 1],
    ['shift.before', 'shift.earlier', -1],
  ] as const) {
    const lead = scene.marks.of(after).find(({ from }) => from === length.to);
    const behind = lead === undefined ? undefined : dateBehind(scene, lead, dates);
    if (behind !== undefined) return [moved(behind.said, { from: length.from, to: behind.to }, length, sign)];
    const cue = beside(scene, alone, length);
    const span = { from: Math.min(length.from, cue?.from ?? length.from), to: Math.max(length.to, cue?.to ?? 0) };
    const before = cue === undefined ? undefined : dateBefore(dates, span);
    if (before !== undefined) return [moved(before.said, span, length, sign)];
  }
  return [];
}

function beside(scene: Scene, name: string, { from, to }: Span): Span | undefined {
  return scene.marks.of(name).find((cue) => cue.from === to || cue.to === from);
}

/** "The day before Christmas", "operated on the 5th, in the day before". */
function byDay(scene: Scene, dates: readonly Found[]): Found[] {
  return Object.keys(scene.language.data.dates.shifts.days).flatMap((days) =>
    scene.marks.of(`shift.day.${days}`).flatMap((mark): Found[] => {
      const behind = dateBehind(scene, mark, dates);
      const base = behind ?? dateBefore(dates, mark);
      if (base === undefined) return [];
      const said: Said = { kind: 'shifted', from: base.said, months: 0, days: Number(days) };
      return [{ from: mark.from, to: behind?.to ?? mark.to, said }];
    }),
  );
}

/** "The Monday after Easter". */
function byWeekday(scene: Scene, dates: readonly Found[]): Found[] {
  return dates.flatMap((date): Found[] => {
    if (
      date.said.kind !== 'weekday' ||
      date.said.which !== null ||
      date.said.day !== undefined ||
      date.said.week !== undefined
    )
      return [];
    const { weekday } = date.said;
    for (const [lead, days] of [
      ['shift.after', 1],
      ['shift.before', -1],
    ] as const) {
      const mark = scene.marks.of(lead).find(({ from }) => from === date.to);
      const behind = mark === undefined ? undefined : dateBehind(scene, mark, dates);
      if (behind === undefined || behind.said.kind === 'month') continue;
      return [
        { from: date.from, to: behind.to, said: { kind: 'shifted', from: behind.said, months: 0, days, weekday } },
      ];
    }
    return [];
  });
}

function dateBehind(scene: Scene, { to }: Span, dates: readonly Found[]): Found | undefined {
  return dates.find(({ from }) => joinedBy(scene, to, from, 'date.between'));
}

function dateBefore(dates: readonly Found[], { from }: Span): Found | undefined {
  return dates.findLast((date) => date.to <= from && date.said.kind !== 'year');
}

function moved(base: Said, span: Span, { amount, unit }: LengthSaid, sign: 1 | -1): Found {
  const perUnit = { day: 1, night: 1, week: 7 }[unit as string];
  const months = perUnit === undefined ? Math.trunc(monthsIn(amount, unit)) : 0;
  const days = perUnit === undefined ? (monthsIn(amount, unit) - months) * averageMonth : amount * perUnit;
  return { ...span, said: { kind: 'shifted', from: base, months: sign * months, days: sign * Math.round(days) } };
}
