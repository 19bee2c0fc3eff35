import fc, { type Arbitrary } from 'fast-check';
import { shortText, text } from './texts.ts';

/** Any JSON value, our own fields' kind of values among them. */
export const value: Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  shortText,
  fc.constantFrom(
    null,
    true,
    false,
    0,
    -1,
    1e21,
    0.1,
    'unknown',
    '',
    [],
    {},
    '2026-11-22',
    '2026-02-30',
    'BR',
    'CA-QC',
    '109.00',
    'P3M',
  ),
  fc.integer(),
  fc.double(),
);

/** An object whose keys are those that a door reads, each with a right value, another one, or none. */
export function nearly(
  fields: Readonly<Record<string, readonly unknown[]>>,
): Arbitrary<Readonly<Record<string, unknown>>> {
  const each = Object.fromEntries(
    Object.entries(fields).map(([name, right]) => [
      name,
      fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: value }),
    ]),
  );
  const known = fc.record(each, { requiredKeys: [] });
  return fc.oneof(
    { weight: 8, arbitrary: known },
    {
      weight: 1,
      arbitrary: fc.tuple(known, shortText, value).map(([object, key, more]) => ({ ...object, [key]: more })),
    },
  );
}

/** A value inside itself, too deep for careless recursion. */
const nested: Arbitrary<string> = fc
  .tuple(fc.integer({ min: 1, max: 20_000 }), fc.constantFrom(['{"a":', '}'], ['[', ']'], ['{"value":[', ']}']))
  .map(([deep, [open, close]]) => `${open.repeat(deep)}1${close.repeat(deep)}`);

/** A body as it goes over the wire: JSON, JSON cut off or beside itself, or anything. */
export function body(object: Arbitrary<unknown>): Arbitrary<string> {
  const json = object.map((held) => JSON.stringify(held ?? null));
  return fc.oneof(
    { weight: 10, arbitrary: json },
    { weight: 1, arbitrary: fc.tuple(json, fc.nat(200)).map(([whole, at]) => whole.slice(0, at)) },
    { weight: 1, arbitrary: nested },
    { weight: 1, arbitrary: text },
  );
}
