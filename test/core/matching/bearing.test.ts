import { describe, expect, test } from 'vitest';
import { bearingOf, learnBearings, type Pointing } from '../../../src/core/matching/bearing.ts';

const pointing = (vector: readonly number[], target: number, { weight = 1, strength = 1 } = {}): Pointing => ({
  direction: { vector: Float64Array.from(vector), strength },
  class: target,
  weight,
});
const others = 9;

/** Lessons of one class differ along the first axis, and the classes along the second. */
const lessons = [
  pointing([-0.4, 0.5], 0),
  pointing([0.4, 0.5], 0),
  pointing([-0.4, -0.5], 1),
  pointing([0.4, -0.5], 1),
];

describe('the bearing of a text', () => {
  test('is how it differs from all lessons together', () => {
    const bearings = learnBearings(
      lessons.map(({ direction, class: target }) =>
        pointing([(direction.vector[0] as number) + 3, (direction.vector[1] as number) - 2], target),
      ),
      others,
      1,
    );
    expect([...bearings.lean].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([3, -2]);
    expect([...bearingOf(bearings, { vector: Float64Array.from([3, -2]), strength: 1 })].map(Math.abs)).toEqual([
      expect.closeTo(0),
      expect.closeTo(0),
    ]);
  });

  test('is shorter where lessons of one class differ, longer where classes do', () => {
    const bearings = learnBearings(lessons, others, 0.1);
    const along = (axis: readonly number[]): number =>
      Math.hypot(...bearingOf(bearings, { vector: Float64Array.from(axis), strength: 1 }));
    expect(along([0, 1])).toBeGreaterThan(3 * along([1, 0]));
  });

  test('is in units of the spread: by the inverse of its Cholesky factor', () => {
    // Within the classes the covariance is [[0.16, 0], [0, 0]]; half its mean variance, 0.04, is added to each.
    const bearings = learnBearings(lessons, others, 0.5);
    expect([...bearings.spread]).toEqual([expect.closeTo(Math.sqrt(0.2)), 0, expect.closeTo(0.2)]);
    const [first, second] = bearingOf(bearings, { vector: Float64Array.from([1, 1]), strength: 1 });
    expect(first).toBeCloseTo(1 / Math.sqrt(0.2));
    expect(second).toBeCloseTo(1 / 0.2);
  });

  test('knows that two numbers go together', () => {
    const slanted = [
      pointing([0.3, 0.3], 0),
      pointing([-0.3, -0.3], 0),
      pointing([0.3, 0.2], 1),
      pointing([-0.3, -0.2], 1),
    ];
    const bearings = learnBearings(slanted, others, 0.1);
    const length = (vector: readonly number[]): number =>
      Math.hypot(...bearingOf(bearings, { vector: Float64Array.from(vector), strength: 1 }));
    expect(length([1, -1])).toBeGreaterThan(2 * length([1, 1]));
  });

  test('counts a lesson by its weight, and by how much its words say', () => {
    const loud = [...lessons, pointing([0.5, 0.9], 0), pointing([0.5, 0.1], 0)];
    const quiet = [...lessons, pointing([0.5, 0.9], 0, { strength: 0 }), pointing([0.5, 0.1], 0, { weight: 0 })];
    expect([...learnBearings(quiet, others, 1).spread]).toEqual([...learnBearings(lessons, others, 1).spread]);
    expect([...learnBearings(loud, others, 1).spread]).not.toEqual([...learnBearings(lessons, others, 1).spread]);
  });

  test('takes what is about anything else for no class', () => {
    const more = [...lessons, pointing([0.9, 0.9], others), pointing([-0.9, -0.9], others)];
    expect([...learnBearings(more, others, 1).spread]).toEqual([...learnBearings(lessons, others, 1).spread]);
  });

  test.each([
    ['no lesson', []],
    ['one lesson a class', [pointing([1, 0], 0), pointing([0, 1], 1)]],
    ['lessons that say nothing', [pointing([0, 0], 0, { strength: 0 }), pointing([0, 0], 0, { strength: 0 })]],
  ])('is a number for %s', (_, few) => {
    const bearings = learnBearings(few, others, 1);
    const vector = new Float64Array(bearings.lean.length).fill(1);
    expect([...bearingOf(bearings, { vector, strength: 1 })].every(Number.isFinite)).toBe(true);
  });
});
