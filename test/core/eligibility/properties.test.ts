import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, day } from '../../../src/core/day.ts';
import {
  decideEligibility,
  fieldOrder,
  parseSituation,
  type StudentSituation,
} from '../../../src/core/eligibility/index.ts';
import { law } from './law.ts';

const first = day('2010-09-01');
const anyDay = fc.integer({ min: 0, max: 16 * 366 }).map((days) => addDays(first, days));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });
const yesNo = maybe(fc.constantFrom<boolean | 'unknown'>(true, false, 'unknown'));

/** Situations as people give them, sound or not. */
const situations = fc
  .record({
    on: anyDay,
    school: maybe(fc.constantFrom('higher-education', 'higher-education', 'other', 'unknown')),
    nationality: maybe(fc.constantFrom('BR', 'DE', 'CH', 'GB', 'HR', 'CA', 'CA-QC', 'FR', 'unknown')),
    insuredIn: maybe(fc.constantFrom('BR', 'DE', 'GB', 'CA-QC', 'unknown')),
    ehic: maybe(fc.constantFrom('none', 'partial', 'full', 'unknown')),
    s1: yesNo,
    quebecForm: yesNo,
    stayMonths: maybe(fc.constantFrom(1, 2.5, 3, 10, 24, 'unknown')),
    monthsInFrance: maybe(fc.constantFrom(0, 2.9, 3, 12, 'unknown')),
    age: maybe(fc.constantFrom(12, 16, 19, 20, 27, 28, 40, 'unknown')),
    frenchGovernmentScholarship: yesNo,
    registered: yesNo,
    lowIncome: yesNo,
    exchange: yesNo,
    training: yesNo,
    inStudentScheme2017: yesNo,
    work: maybe(fc.constantFrom('none', 'minor', 'qualifying', 'unknown')),
  })
  .map(
    (told) => Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as StudentSituation,
  );

const run = { numRuns: 1500, seed: 20261122 };
/** What may not change with an input that does not matter. */
const core = (situation: StudentSituation) => {
  const decision = decideEligibility(situation, law);
  if (decision.kind !== 'decided') return decision.kind;
  return [decision.row, decision.outcome, decision.mandatory, decision.fee];
};

describe('whatever is told', () => {
  test('the answer is a decision, a question, a hand-over or a refusal: never a failure', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const decision = decideEligibility(situation, law);
        if (decision.kind === 'needs') {
          expect(decision.missing.length + decision.unknown.length).toBeGreaterThan(0);
          expect(decision.possible.length).toBeGreaterThan(1);
          expect(decision.missing.filter((field) => situation[field] !== undefined)).toEqual([]);
        }
        if (decision.kind === 'decided') {
          expect(decision.because.length).toBeGreaterThan(0);
          expect(decision.sources.length).toBeGreaterThan(0);
          expect(decision.steps.length).toBeGreaterThan(0);
        }
      }),
      run,
    );
  });

  test('no CMU after 2015, no student contribution after August 2018, no public fee above it', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const decision = decideEligibility(situation, law);
        const outcomes = decision.kind === 'decided' ? [decision] : decision.kind === 'needs' ? decision.possible : [];
        const on = situation.on ?? '';
        for (const { outcome, fee } of outcomes) {
          if (on > '2015-12-31') expect(outcome).not.toBe('CMU');
          if (on > '2018-08-31') {
            expect(outcome).not.toMatch(/^STU/);
            expect(fee === null || fee.amount === '0.00').toBe(true);
          }
        }
        if (on > '2015-12-31' && decision.kind === 'decided') {
          expect(JSON.stringify([decision.steps, decision.alternatives, decision.documents])).not.toContain('cmu');
        }
      }),
      run,
    );
  });

  test('an input that is not asked for never changes the outcome', () => {
    const values: Readonly<Record<string, readonly unknown[]>> = {
      work: ['none', 'minor', 'qualifying'],
      age: [12, 18, 25, 40],
      frenchGovernmentScholarship: [true, false],
      lowIncome: [true, false],
      monthsInFrance: [1, 5],
      stayMonths: [2, 10],
      registered: [true, false],
      school: ['higher-education', 'other'],
      exchange: [true, false],
      training: [true, false],
    };
    fc.assert(
      fc.property(situations, fc.constantFrom(...Object.keys(values)), (situation, field) => {
        const decision = decideEligibility(situation, law);
        fc.pre(decision.kind === 'decided' && situation[field as keyof StudentSituation] === undefined);
        // Whoever was in the student scheme is registered unless they say otherwise.
        fc.pre(field !== 'registered' || situation.inStudentScheme2017 !== true);
        const before = core(situation);
        for (const value of values[field] ?? []) expect(core({ ...situation, [field]: value })).toEqual(before);
      }),
      { ...run, numRuns: 800 },
    );
  });

  test('more answers never turn a decision into a question', () => {
    fc.assert(
      fc.property(situations, situations, (situation, more) => {
        fc.pre(decideEligibility(situation, law).kind === 'decided');
        const known = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== 'unknown'));
        const said = Object.fromEntries(Object.entries(situation).filter(([, value]) => value !== 'unknown'));
        const after = decideEligibility({ ...known, ...said }, law);
        // What stands for an answer that was not given (insured where one is a citizen) is no answer yet.
        const byDefault = ['ehic', 'quebecForm', 'insuredIn', 'nationality', 'registered', 'inStudentScheme2017'];
        fc.pre(byDefault.every((field) => known[field] === undefined || said[field] !== undefined));
        expect(after.kind).not.toBe('needs');
      }),
      { ...run, numRuns: 800 },
    );
  });

  test('the order of the answers does not matter, nor does asking one by one', () => {
    fc.assert(
      fc.property(
        situations,
        fc.shuffledSubarray([...fieldOrder], { minLength: fieldOrder.length }),
        (situation, order) => {
          const shuffled = Object.fromEntries(
            [...order, ...Object.keys(situation)].flatMap((field) =>
              field in situation ? [[field, situation[field as keyof StudentSituation]]] : [],
            ),
          ) as StudentSituation;
          expect(decideEligibility(shuffled, law)).toEqual(decideEligibility(situation, law));
        },
      ),
      { ...run, numRuns: 300 },
    );
  });

  test('an interview asks at most eight questions today, ten before, and never the same twice', () => {
    const answers = fc.record({
      school: fc.constantFrom('higher-education', 'other'),
      inStudentScheme2017: fc.boolean(),
      registered: fc.boolean(),
      nationality: fc.constantFrom('BR', 'DE', 'GB', 'CA'),
      insuredIn: fc.constantFrom('CA', 'CA-QC'),
      ehic: fc.constantFrom('none', 'partial', 'full'),
      quebecForm: fc.boolean(),
      work: fc.constantFrom('none', 'minor', 'qualifying'),
      s1: fc.boolean(),
      stayMonths: fc.constantFrom(2, 10),
      frenchGovernmentScholarship: fc.boolean(),
      age: fc.constantFrom(15, 18, 22, 30),
      monthsInFrance: fc.constantFrom(1, 5),
      lowIncome: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.constantFrom('2014-10-01', '2017-10-01', '2018-10-01', '2026-11-22'), answers, (on, full) => {
        let situation = { on: day(on) } as StudentSituation;
        // The day is a question too.
        let asked = 1;
        for (;;) {
          const decision = decideEligibility(situation, law);
          if (decision.kind !== 'needs') {
            expect(decision.kind).toBe('decided');
            break;
          }
          const [next] = decision.missing;
          expect(next !== undefined && situation[next] === undefined).toBe(true);
          situation = { ...situation, [next!]: full[next as keyof typeof full] };
          // Nationality and insurance are one question.
          asked += next === 'insuredIn' ? 0 : 1;
        }
        expect(asked).toBeLessThanOrEqual(on === '2026-11-22' ? 8 : 10);
      }),
      { ...run, numRuns: 600 },
    );
  });

  test('the answer is plain JSON, and the same each time', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const decision = decideEligibility(situation, law);
        expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
        expect(decideEligibility(structuredClone(situation), law)).toEqual(decision);
      }),
      { ...run, numRuns: 300 },
    );
  });

  test('the door lets in what the core decides, and never fails on anything', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const parsed = parseSituation(situation, law);
        expect(parsed.kind === 'unanswerable').toBe(decideEligibility(situation, law).kind === 'unanswerable');
      }),
      { ...run, numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.anything(), (input) =>
        ['ok', 'invalid', 'unanswerable'].includes(parseSituation(input, law).kind),
      ),
    );
  });

  test('dates of a stay and of a card never break the arithmetic', () => {
    const dates = fc.integer({ min: -2000, max: 2000 }).map((days) => addDays(day('2026-11-22'), days));
    fc.assert(
      fc.property(dates, dates, dates, fc.integer({ min: 0, max: 1440 }), (stayFrom, stayUntil, ehicUntil, months) => {
        const birthDate = addMonths(day('2026-11-22'), -months);
        const told = {
          on: day('2026-11-22'),
          school: 'higher-education',
          nationality: 'DE',
          stayFrom,
          stayUntil,
          ehicUntil,
          birthDate,
        };
        const decision = decideEligibility(told as StudentSituation, law);
        expect(decision.kind).toBe(stayFrom > stayUntil ? 'unanswerable' : 'needs');
      }),
      { ...run, numRuns: 300 },
    );
  });
});
