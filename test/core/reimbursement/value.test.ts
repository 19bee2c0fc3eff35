import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../src/core/day.ts';
import { cents } from '../../../src/core/money.ts';
import { reimburse } from '../../../src/core/reimbursement/index.ts';
import { data, day } from '../scenarios/data.ts';
import { reimbursementScenarios } from '../scenarios/reimbursement.ts';

describe('value', () => {
  test.each(reimbursementScenarios)('$says', ({ run, gives }) => {
    expect(run(data)).toEqual(gives);
  });
});

const someDay = (from: string) =>
  fc.integer({ min: 0, max: daysBetween(day(from), day('2026-12-31')) }).map((days) => addDays(day(from), days));
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const visit = fc.record({
  act: fc.constant('gp' as const),
  on: someDay('2011-01-01'),
  visits: maybe(fc.integer({ min: 1, max: 99 })),
  declaredGp: maybe(fc.boolean()),
  age: maybe(fc.integer({ min: 0, max: 120 })),
  mutuelle: maybe(fc.boolean()),
  charged: maybe(fc.integer({ min: 0, max: 20_000 }).map(cents)),
  sector: maybe(fc.constantFrom('1' as const, '2-optam' as const, '2' as const)),
  paidThisYear: maybe(fc.integer({ min: 0, max: 6_000 }).map(cents)),
});

describe('properties of every visit', () => {
  test('the parts sum to the base, the base is never above the tariff, and nobody pays less than nothing', () => {
    fc.assert(
      fc.property(visit, (request) => {
        const result = reimburse(request, data);
        if (result.kind !== 'reimbursed') throw new TypeError('not reimbursed');
        const { tariff, base, assuranceMaladie, mutuelle, student, beyondTariff } = result;
        expect(assuranceMaladie + (mutuelle ?? 0) + student).toBe(base);
        expect(base).toBeLessThanOrEqual(tariff);
        expect(base + beyondTariff).toBe((request.visits ?? 1) * (request.charged ?? tariff / (request.visits ?? 1)));
        for (const part of [assuranceMaladie, mutuelle ?? 0, student, beyondTariff])
          expect(part).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('at the tariff the parts sum to the tariff', () => {
    fc.assert(
      fc.property(visit, (request) => {
        const result = reimburse({ ...request, charged: undefined }, data);
        if (result.kind !== 'reimbursed') throw new TypeError('not reimbursed');
        expect(result.assuranceMaladie + (result.mutuelle ?? 0) + result.student).toBe(result.tariff);
      }),
    );
  });

  test('the fixed contribution stays within its caps, and a mutuelle never pays it', () => {
    fc.assert(
      fc.property(visit, (request) => {
        const result = reimburse(request, data);
        if (result.kind !== 'reimbursed') throw new TypeError('not reimbursed');
        expect(result.fixedContribution).toBeLessThanOrEqual(request.on < '2024-05-15' ? 400 : 800);
        expect(result.fixedContribution + (request.paidThisYear ?? 0)).toBeLessThanOrEqual(
          Math.max(5000, request.paidThisYear ?? 0),
        );
        const kept = Math.min(result.fixedContribution, result.base - (result.mutuelle ?? 0));
        expect(result.student).toBeGreaterThanOrEqual(kept);
      }),
    );
  });
});

describe('properties of every stay', () => {
  test('a stay costs what its two parts cost, wherever it is cut', () => {
    fc.assert(
      fc.property(someDay('2010-01-01'), fc.nat(900), fc.nat(900), (on, first, second) => {
        const cut = addDays(on, first + 1);
        const until = addDays(cut, second + 2);
        const fee = (from: typeof on, to: typeof on) => {
          const result = reimburse({ act: 'hospital-day', on: from, until: to }, data);
          if (result.kind !== 'reimbursed') throw new TypeError('not reimbursed');
          return result.student;
        };
        expect(fee(on, until)).toBe(fee(on, cut) + fee(addDays(cut, 1), until));
      }),
    );
  });
});
