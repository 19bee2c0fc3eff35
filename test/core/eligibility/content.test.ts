import { describe, expect, test } from 'vitest';
import {
  circumstanceNames,
  decideEligibility,
  rowIds,
  type Guidance,
  type Law,
  type RowContent,
  type RowId,
  type StudentSituation,
} from '../../../src/core/eligibility/index.ts';
import { law, student, type Told } from './law.ts';
import { people } from './people.ts';

/** One piece of the data less, and which rows could show it. */
type Lack = { readonly says: string; readonly law: Law; readonly rows: readonly string[] };

/** What a row may make a difference of, beside who the student is. */
const differences: readonly Told[] = [
  {},
  { exchange: true },
  { exchange: false },
  { training: true },
  { work: 'minor' },
  { registered: true },
  { lowIncome: true },
  { age: 28 },
  { age: 19 },
  { stayMonths: 2 },
  { stayMonths: 3 },
  { ehic: 'partial' },
  { ehic: 'full' },
  { ehic: undefined, ehicUntil: '2013-07-31' },
  { ehic: undefined, ehicUntil: '2015-07-31' },
  { ehic: undefined, ehicUntil: '2022-07-31' },
  { on: '2018-07-15' },
  { on: '2026-11-22' },
  { nationality: 'CH' },
  { nationality: 'GB' },
  { nationality: 'GB', ehic: 'partial', on: '2026-11-22' },
  { nationality: 'CA', insuredIn: 'CA-QC' },
  { nationality: 'MA', insuredIn: 'ES', ehic: 'full' },
  { nationality: 'AD' },
  { nationality: 'FR', insuredIn: 'US' },
  { returning: true },
];

/** What a desk sells makes a difference as well, whoever asks. */
const sellsNothing: Law['desk'] = { offers: null };

/** The people of the sheet with every two differences, by the row that they then meet. */
const byRow = peopleByRow();

describe('what rows say', () => {
  test('has no piece without a consequence', () => {
    const lacks = [...rowIds.flatMap(lacksOfRow), ...lacksOfGuidance()];
    expect(lacks.length).toBeGreaterThan(600);
    expect(lacks.filter((lack) => !isNoticed(lack)).map(({ says }) => says)).toEqual([]);
  });

  test('is for those of every circumstance that the core knows, and of no other', () => {
    const named = JSON.stringify([law.rows, law.guidance]).matchAll(/"(?:when|not)":\[([^\]]+)\]/g);
    const used = new Set([...named].flatMap(([, names = '']) => JSON.parse(`[${names}]`) as string[]));
    expect([...used].sort()).toEqual(circumstanceNames.toSorted());
  });
});

function isNoticed({ law: lacking, rows }: Lack): boolean {
  return rows.some((row) =>
    (byRow.get(row) ?? []).some(
      ({ situation, desk, said }) => JSON.stringify(decideEligibility(situation, { ...lacking, desk })) !== said,
    ),
  );
}

function peopleByRow() {
  const found = new Map<
    string,
    { readonly situation: StudentSituation; readonly desk: Law['desk']; readonly said: string }[]
  >();
  const pairs = differences.flatMap((one, at) => differences.slice(at).map((other) => ({ ...one, ...other })));
  const situations = Object.values(people).flatMap((told) => pairs.map((pair) => student({ ...told, ...pair })));
  const cases = [
    ...situations.map((situation) => ({ situation, desk: law.desk })),
    ...Object.values(people).map((told) => ({ situation: student(told), desk: sellsNothing })),
  ];
  for (const { situation, desk } of cases) {
    const decision = decideEligibility(situation, { ...law, desk });
    if (decision.kind !== 'decided') continue;
    const same = found.get(decision.row);
    const met = { situation, desk, said: JSON.stringify(decision) };
    if (same === undefined) found.set(decision.row, [met]);
    else same.push(met);
  }
  return found;
}

function lacksOfRow(id: string): Lack[] {
  const content = law.rows[id]!;
  return pathsIn(content).map((path) => ({
    says: `${id} ${path.join('.')}`,
    law: { ...law, rows: { ...law.rows, [id]: without(path, content) as RowContent } },
    rows: [id],
  }));
}

function lacksOfGuidance(): Lack[] {
  return pathsIn(law.guidance).map((path) => ({
    says: `guidance ${path.join('.')}`,
    law: { ...law, guidance: without(path, law.guidance) as Guidance },
    rows: thoseWithFirst(path[1] ?? ''),
  }));
}

/** All rows: whoever names the piece is likeliest to miss it. */
function thoseWithFirst(piece: string): readonly RowId[] {
  const names = (id: RowId) => JSON.stringify(law.rows[id]).includes(`"${piece}"`);
  return [...rowIds.filter(names), ...rowIds.filter((id) => !names(id))];
}

/** Every element of every list, at any depth. */
function pathsIn(held: unknown, path: readonly string[] = []): string[][] {
  if (typeof held !== 'object' || held === null) return [];
  const below = Object.entries(held).flatMap(([key, value]) => pathsIn(value, [...path, key]));
  return Array.isArray(held) ? [...held.keys()].map((at) => [...path, String(at)]).concat(below) : below;
}

function without([key = '', ...rest]: readonly string[], held: unknown): unknown {
  if (Array.isArray(held)) {
    return rest.length === 0
      ? held.filter((_, at) => String(at) !== key)
      : held.map((value: unknown, at) => (String(at) === key ? without(rest, value) : value));
  }
  return Object.fromEntries(
    Object.entries(held as object).map(([name, value]) => [name, name === key ? without(rest, value) : value]),
  );
}
