import { daysOf, type Said } from '../calendar.ts';
import type { Candidate } from '../candidates.ts';
import type { DateSaid } from '../dates.ts';
import { overlap } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import type { NumberSaid } from '../numbers.ts';
import { cueBefore } from '../roles.ts';

/** Nobody studies abroad younger. */
export const youngest = 14;

/** Days of birth: whole, or the year apart from the day. */
export function birthDatesTold(listening: Listening): Candidate[] {
  return [...birthdays(listening), ...splitBirthday(listening)];
}

function birthdays({ scene, dates: all, numbers, asked }: Listening): Candidate[] {
  const dates = all.map((date) => withSpokenYear(date, numbers));
  return dates.flatMap((date): Candidate[] => {
    if (date.said.kind !== 'day' || date.said.year === null) return [];
    const born = cueBefore(scene, date, 'role.born', 3) !== null;
    const long = Number(scene.on.slice(0, 4)) - date.said.year >= youngest;
    const day = daysOf(date.said, 'past', scene.on)?.first;
    if (day === undefined || day > scene.on || !(born || long)) return [];
    const asks = asked === 'age' || asked === 'birthDate';
    const { from, to } = date;
    return [{ from, to, field: 'birthDate', value: day, cue: born ? 'full' : asks ? 'asked' : 'weak' }];
  });
}

/** "Born on the tenth of March ninety-nine". */
function withSpokenYear(date: DateSaid, numbers: readonly NumberSaid[]): DateSaid {
  const { said } = date;
  const year = numbers.find(({ from, value, inWords }) => inWords && from === date.to && value >= 40 && value < 100);
  if (year === undefined || said.kind !== 'day' || said.year !== null) return date;
  return { ...date, to: year.to, said: { ...said, year: 1900 + year.value } };
}

/** "born in 96, in July, the 9th", "Née en 1999, le jour de Noël": the year apart from the day. */
function splitBirthday({ scene, dates, numbers, asked }: Listening): Candidate[] {
  const year = numbers.find(
    (number) => cueBefore(scene, number, 'role.born', 1) !== null && yearOfBirth(number) !== null,
  );
  const date = dates.find(({ said }) => said.kind === 'day' && said.year === null);
  const born = year === undefined ? null : yearOfBirth(year);
  if (year === undefined || born === null || date?.said.kind !== 'day') return [];
  const day = daysOf({ ...date.said, year: born }, 'past', scene.on)?.first;
  const span = { from: Math.min(year.from, date.from), to: Math.max(year.to, date.to) };
  return day === undefined
    ? []
    : [{ ...span, field: 'birthDate', value: day, cue: asked === 'age' ? 'asked' : 'full' }];
}

function yearOfBirth({ value, inWords }: NumberSaid): number | null {
  if (inWords || !Number.isInteger(value)) return null;
  if (value >= 1900 && value <= 2100) return value;
  return value >= 40 && value < 100 ? 1900 + value : null;
}

export function isBirthday(listening: Listening, date: DateSaid): boolean {
  return (
    birthDatesTold(listening).some((birthday) => overlap(birthday, date)) ||
    isYear(date.said) ||
    isNextBirthday(listening, date)
  );
}

/** "My birthday is on 8 December", but not "until my birthday on 8 December". */
function isNextBirthday({ scene }: Listening, date: DateSaid): boolean {
  const born = cueBefore(scene, date, 'role.born', 1);
  return born !== null && date.edge !== 'until';
}

function isYear(said: Said): boolean {
  return said.kind === 'year';
}
