import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  decideEligibility,
  fieldOrder,
  type Field,
  type StudentSituation,
} from '../../../src/core/eligibility/index.ts';
import { law, needs, student, type Told } from './law.ts';

const current = { on: '2026-11-22', school: 'higher-education' } as const;

describe('asks in the order of the sheet, and only what can still change the row', () => {
  const cases: readonly (readonly [string, Told, readonly Field[]])[] = [
    [
      'a student of whom nothing is known',
      current,
      ['registered', 'nationality', 'ehic', 'quebecForm', 'work', 's1', 'stayMonths'],
    ],
    ['a Brazilian', { ...current, nationality: 'BR' }, ['registered', 'work', 'stayMonths']],
    ['a Brazilian not registered', { ...current, nationality: 'BR', registered: false }, ['work', 'stayMonths']],
    ['a Brazilian employed all year', { ...current, nationality: 'BR', registered: false, work: 'qualifying' }, []],
    [
      'a Brazilian with a small job',
      { ...current, nationality: 'BR', registered: false, work: 'minor' },
      ['stayMonths'],
    ],
    ['a German', { ...current, nationality: 'DE', registered: false }, ['ehic', 'work', 's1', 'stayMonths']],
    ['a working German', { ...current, nationality: 'DE', registered: false, work: 'minor' }, []],
    [
      'a German with a full card',
      { ...current, nationality: 'DE', registered: false, ehic: 'full' },
      ['work', 's1', 'stayMonths'],
    ],
    ['a Briton', { ...current, nationality: 'GB', registered: false }, ['ehic', 'work', 'stayMonths']],
    [
      'a Briton before the end of 2020',
      { ...current, on: '2020-12-31', nationality: 'GB', registered: false },
      ['ehic', 'work', 's1', 'stayMonths'],
    ],
    [
      'a Canadian',
      { ...current, nationality: 'CA', registered: false },
      ['insuredIn', 'quebecForm', 'work', 'stayMonths'],
    ],
    [
      'a Canadian without the form',
      { ...current, nationality: 'CA', registered: false, quebecForm: false },
      ['work', 'stayMonths'],
    ],
    [
      'somebody insured in Quebec',
      { ...current, insuredIn: 'CA-QC', registered: false },
      ['quebecForm', 'work', 'stayMonths'],
    ],
    [
      'a Brazilian with a card',
      { ...current, nationality: 'BR', registered: false, ehic: 'full', stayMonths: 10, s1: false },
      ['insuredIn', 'work'],
    ],
    [
      'a Moroccan insured in Spain',
      { ...current, nationality: 'MA', insuredIn: 'ES', registered: false, work: 'none', stayMonths: 10 },
      ['ehic', 's1'],
    ],
    ['a language student', { on: '2026-11-22', school: 'other' }, ['nationality', 'ehic', 'monthsInFrance']],
    ['a Brazilian language student', { on: '2026-11-22', school: 'other', nationality: 'BR' }, ['monthsInFrance']],
    [
      'somebody in the year of transition',
      { on: '2018-10-01', nationality: 'BR' },
      ['school', 'inStudentScheme2017', 'registered', 'work', 'stayMonths', 'monthsInFrance'],
    ],
    [
      'a Brazilian in 2014',
      { on: '2014-10-01', school: 'higher-education', nationality: 'BR' },
      ['work', 'stayMonths', 'frenchGovernmentScholarship', 'age', 'monthsInFrance', 'lowIncome'],
    ],
    [
      'a German with a full card in 2014',
      { on: '2014-10-01', school: 'higher-education', nationality: 'DE', ehic: 'full' },
      ['work'],
    ],
    ['somebody whose day is not known', { nationality: 'BR', on: 'unknown' }, ['on']],
    ['nothing at all', {}, ['on']],
    [
      'what the contract shows',
      { ...current, ehic: 'none', quebecForm: false, work: 'none', s1: false },
      ['registered', 'nationality', 'stayMonths'],
    ],
  ];

  test.each(cases)('%s', (_, told, missing) => {
    const decision = decideEligibility(told as StudentSituation, law);
    expect(decision.kind === 'needs' ? decision.missing : []).toEqual(missing);
  });

  test('a card whose last day is known asks for the stay, which makes it full or partial', () => {
    const told = { ...current, nationality: 'DE', registered: false, work: 'none', s1: false, ehicUntil: '2027-03-31' };
    expect(needs(told as StudentSituation)).toMatchObject({
      missing: ['stayMonths'],
      possible: [{ row: 'D24' }, { row: 'D22' }],
    });
  });
});

describe('"I don\'t know"', () => {
  test('is never asked again, and what can be said is told, the duty first', () => {
    const situation = student({ nationality: 'DE', on: '2026-11-22', ehic: 'unknown', s1: 'unknown' });
    const decision = needs(situation);
    expect(decision.missing).toEqual([]);
    expect(decision.unknown).toEqual(['ehic', 's1']);
    expect(decision.possible.map(({ row }) => row)).toEqual(['D23', 'D24', 'D25', 'D22']);
    expect(decision.possible[0]).toEqual({
      row: 'D23',
      outcome: 'GEN-S1',
      mandatory: true,
      fee: { amount: '0.00', currency: 'EUR' },
    });
    expect(decision.settling).toEqual([{ key: 'eligibility:settle.ehic' }, { key: 'eligibility:settle.s1' }]);
  });

  test('names what would settle only what is not known, not what is still to be asked', () => {
    const decision = needs({ ...current, registered: 'unknown', nationality: 'unknown' } as StudentSituation);
    expect(decision.missing).toEqual(['ehic', 'quebecForm', 'work', 's1', 'stayMonths']);
    expect(decision.settling.map(({ key }) => key)).toEqual([
      'eligibility:settle.registered',
      'eligibility:settle.nationality',
    ]);
  });

  test('what day it is leaves nothing possible to be told', () => {
    expect(decideEligibility({}, law)).toEqual({
      kind: 'needs',
      missing: ['on'],
      unknown: [],
      possible: [],
      settling: [],
    });
  });

  test('does not hold up a decision that does not turn on it', () => {
    const situation = student({ nationality: 'BR', on: '2026-11-22', age: 'unknown', lowIncome: 'unknown' });
    expect(decideEligibility(situation, law)).toMatchObject({ kind: 'decided', row: 'D29' });
  });

  test('to everything leaves nothing to ask', () => {
    const answers = Object.fromEntries(fieldOrder.map((field) => [field, 'unknown']));
    const decision = needs({ ...answers, on: '2026-11-22' } as StudentSituation);
    expect(decision.missing).toEqual([]);
    expect(decision.possible[0]?.mandatory).toBe(true);
    expect(decision.possible.at(-1)?.mandatory).toBe(false);
  });

  test('about the nationality stands for where one is insured too: it is one question', () => {
    const decision = needs(student({ nationality: 'unknown', on: '2026-11-22', quebecForm: undefined }));
    expect(decision.missing).toEqual(['quebecForm']);
  });
});

const answers: Readonly<Record<Exclude<Field, 'on'>, readonly unknown[]>> = {
  school: ['higher-education', 'other'],
  inStudentScheme2017: [true, false],
  registered: [true, false],
  nationality: ['DE', 'GB', 'CA', 'CA-QC', 'BR'],
  insuredIn: ['DE', 'GB', 'CA', 'CA-QC', 'BR'],
  ehic: ['none', 'partial', 'full'],
  quebecForm: [true, false],
  work: ['none', 'minor', 'qualifying'],
  s1: [true, false],
  stayMonths: [2, 10],
  frenchGovernmentScholarship: [true, false],
  age: [15, 18, 22, 30],
  monthsInFrance: [1, 5],
  lowIncome: [true, false],
};
const askable = Object.keys(answers) as Exclude<Field, 'on'>[];

describe('exactness, against every completion tried one by one', () => {
  const days = fc.constantFrom('2014-10-01', '2017-10-01', '2018-10-01', '2020-10-01', '2026-11-22');

  /** A few fields are left open, the others are answered. */
  const openSituation = fc
    .tuple(
      days,
      fc.subarray(askable, { minLength: 1, maxLength: 5 }),
      fc.record(Object.fromEntries(askable.map((field) => [field, fc.constantFrom(...answers[field])]))),
    )
    .map(([on, open, told]) => {
      const kept = Object.fromEntries(
        Object.entries(told).filter(([field]) => field !== 'insuredIn' && !(open as string[]).includes(field)),
      );
      return { on, ...kept } as StudentSituation;
    });

  test('missing is what two completions that differ only in it tell apart', () => {
    fc.assert(
      fc.property(openSituation, (situation) => {
        const decision = decideEligibility(situation, law);
        fc.pre(decision.kind === 'needs' || decision.kind === 'decided');
        const missing = decision.kind === 'needs' ? decision.missing : [];
        expect(missing).toEqual(byTrial(situation));
      }),
      { numRuns: 300, seed: 20261122 },
    );
  });
});

/**
 * The definition of the contract, the slow way. What would not be asked of a person counts for nothing: a held paper that
 * was not told but only tried is void when it is impossible; so is a card of somebody who is
 * insured at home, outside Europe.
 */
function byTrial(situation: StudentSituation): readonly Field[] {
  const told = new Set(Object.keys(situation));
  const form = situation.quebecForm;
  const unexplainedCard =
    (situation.ehic === 'partial' || situation.ehic === 'full') && situation.nationality !== undefined;
  const asksInsurance =
    !told.has('insuredIn') &&
    ((situation.nationality === 'CA' && form === undefined) ||
      (unexplainedCard && (situation.nationality === 'BR' || situation.nationality === 'CA')));
  const movedByItself = (situation.on ?? '') >= '2019-09-01' && situation.inStudentScheme2017 === true;
  const open = askable.filter(
    (field) =>
      !told.has(field) && (field !== 'insuredIn' || asksInsurance) && (field !== 'registered' || !movedByItself),
  );
  const trials = open
    .reduce<readonly StudentSituation[]>(
      (all, field) => all.flatMap((each) => answers[field].map((answer) => ({ ...each, [field]: answer }))),
      [situation],
    )
    // A Canadian is asked about Quebec; only a card raises the question of other countries.
    .filter((trial) => !asksInsurance || unexplainedCard || (trial.insuredIn ?? '').startsWith('CA'));
  const rows = new Map<string, string>();
  for (const trial of trials) {
    const isWorthless = asksInsurance && unexplainedCard && trial.insuredIn === trial.nationality;
    const row = rowOf(trial, isWorthless ? new Set([...told].filter((field) => field !== 'ehic')) : told);
    if (row !== null) rows.set(keyOf(trial, open), row);
  }
  return open.filter((field) => trials.some((trial) => differs(trial, field, open, rows)));
}

function differs(
  trial: StudentSituation,
  field: Exclude<Field, 'on'>,
  open: readonly Field[],
  rows: ReadonlyMap<string, string>,
) {
  const row = rows.get(keyOf(trial, open));
  return (
    row !== undefined &&
    answers[field].some((answer) => {
      const other = rows.get(keyOf({ ...trial, [field]: answer }, open));
      return other !== undefined && other !== row;
    })
  );
}

function keyOf(situation: StudentSituation, open: readonly Field[]): string {
  return open.map((field) => String(situation[field])).join(' ');
}

/** The row of a full situation, with the papers that were only tried taken away one by one while they are impossible. */
function rowOf(trial: StudentSituation, told: ReadonlySet<string>): string | null {
  const voids = [
    {},
    { ehic: 'none' },
    { s1: false },
    { quebecForm: false },
    { ehic: 'none', s1: false },
    { ehic: 'none', quebecForm: false },
    { s1: false, quebecForm: false },
    { ehic: 'none', s1: false, quebecForm: false },
  ];
  for (const taken of voids) {
    if (Object.keys(taken).some((field) => told.has(field))) continue;
    const inQuebec = told.has('quebecForm') && trial.quebecForm === true;
    const decision = decideEligibility(
      { ...(inQuebec ? {} : { insuredIn: trial.nationality }), ...trial, ...taken } as StudentSituation,
      law,
    );
    if (decision.kind === 'decided') return decision.row;
  }
  return null;
}
