import type { Rate, RateValue, Unit } from '../core/dated.ts';
import { parseDay } from '../core/day.ts';
import { readAmount } from '../core/money.ts';
import type { Plain } from './problem.ts';
import type { RateFile } from './schema.ts';

/** A rate file's figure in the core's units (euros as cents), and what is wrong with it: `at` is the field's path. */
export function rateOf(
  id: string,
  file: RateFile,
): {
  readonly rate: Rate;
  readonly wrong: readonly { readonly at: readonly PropertyKey[]; readonly accepted: string; readonly plain: Plain }[];
} {
  const wrong: { at: PropertyKey[]; accepted: string; plain: Plain }[] = [];
  const values = file.values.map(({ from, value, facts }, index) => {
    const read = value === null ? null : inUnit(file.unit, value);
    if (read === undefined) {
      const plain = {
        key: `rate-${file.unit === 'euro' || file.unit === 'day' ? file.unit : 'number'}`,
        values: { value: String(value) },
      };
      wrong.push({ at: ['values', index, 'value'], accepted: acceptedValue[file.unit], plain });
    }
    const before = file.values[index - 1]?.from;
    if (before !== undefined && before >= from) {
      wrong.push({
        at: ['values', index, 'from'],
        accepted: `a day after ${before}: values stand in order`,
        plain: { key: 'not-after', values: { from, before } },
      });
    }
    return { from, value: read ?? null, facts };
  });
  const last = values.at(-1)?.from;
  if (file.ends !== undefined && last !== undefined && file.ends.on <= last) {
    wrong.push({
      at: ['ends', 'on'],
      accepted: `a day after ${last}, when the last value begins`,
      plain: { key: 'not-after', values: { from: file.ends.on, before: last } },
    });
  }
  const { ends, unit } = file;
  return { rate: { id, unit, values, ...(ends === undefined ? {} : { ends }) }, wrong };
}

/** Undefined when `value` is no value of `unit`. */
function inUnit(unit: Unit, value: NonNullable<RateFile['values'][number]['value']>): RateValue | undefined {
  if (unit === 'euro') return typeof value === 'object' ? undefined : (readAmount(String(value)) ?? undefined);
  if (typeof value === 'string') return (unit === 'day' ? parseDay(value) : null) ?? undefined;
  if (unit === 'day') return undefined;
  return typeof value === 'number' || value[0] < value[1] ? value : undefined;
}

const number = 'a number, or a range such as [3, 6]';
const acceptedValue: Readonly<Record<Unit, string>> = {
  euro: 'an amount in euros: "23.00"',
  day: 'a calendar day, e.g. 2018-09-01',
  percent: number,
  hours: number,
  days: number,
  weeks: number,
  months: number,
  years: number,
  age: number,
  count: number,
};
