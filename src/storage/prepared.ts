import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import { isPostgres } from './dialect.ts';
import type { Tables } from './tables.ts';

type Within = Kysely<Tables>;

/**
 * A statement of every turn: put together once for each database and each form of its values, then given the values alone.
 * Putting it together takes longer than running it. Nulls and truth values belong to the form, so `build` may look at them;
 * all else is a place that a value comes to.
 *
 * @example const stateOf = prepared((within, { id }: { id: string }) => within.selectFrom('conversations').where('id', '=', id)…)
 */
export function prepared<V extends object, R>(
  build: (within: Within, values: V) => Compilable<R>,
): (within: Within, values: V) => Promise<R[]> {
  const forms = new Map<string, CompiledQuery<R>>();
  return async (within, values) => {
    const given: unknown[] = [];
    const form = `${isPostgres(within) ? 'postgres' : 'sqlite'} ${formOf(values, given)}`;
    const statement = forms.get(form) ?? build(within, withPlaces(values, { next: 0 }) as V).compile();
    if (forms.size < mostForms) forms.set(form, statement);
    const parameters = statement.parameters.map((one) => (one instanceof Place ? given[one.at] : one));
    const { rows } = await within.executeQuery<R>({ ...statement, parameters });
    return rows;
  };
}

/** Where a value of a statement goes. */
class Place {
  readonly at: number;

  constructor(at: number) {
    this.at = at;
  }
}

/** What two sets of values must have alike to share a statement; the values themselves are put into `given`, in order. */
function formOf(value: unknown, given: unknown[]): string {
  if (isForm(value)) return String(value);
  if (isMany(value)) {
    const forms = Object.entries(value).map(([name, one]) => `${name}:${formOf(one, given)}`);
    return `[${forms.join(' ')}]`;
  }
  given.push(value);
  return '?';
}

function withPlaces(value: unknown, places: { next: number }): unknown {
  if (isForm(value)) return value;
  if (Array.isArray(value)) return value.map((one) => withPlaces(one, places));
  if (isMany(value))
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withPlaces(one, places)]));
  return new Place(places.next++);
}

function isForm(value: unknown): boolean {
  return value === null || value === undefined || typeof value === 'boolean';
}

function isMany(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** As many questions as one message holds, in each of its forms. */
const mostForms = 50;
