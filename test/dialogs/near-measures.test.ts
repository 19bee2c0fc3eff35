import { describe, expect, test } from 'vitest';
import { nearMeasures } from '../../dialogs/reading/near-measures.ts';

const tells = (word: string) => /\d/.test(word) || ['six', 'months'].includes(word);
const chatter = 'the trees along the river were green again and we walked on for a while, ';

describe('what the recognisers read', () => {
  test('a short message is read whole', () => {
    const text = 'I am 24, from Brazil, and stay six months';
    expect(nearMeasures(text, tells).text).toBe(text);
  });

  test('of a long one, what stands around its numbers and its words of time, wherever that is', () => {
    const { text } = nearMeasures(`${chatter.repeat(9)}I am 24 ${chatter.repeat(9)}and stay six months`, tells);
    expect(text.length).toBeLessThanOrEqual(200);
    expect(text).toMatch(/I am 24 .* ; .*and stay six months$/);
  });

  test('each place leads back to the text', () => {
    const whole = `${chatter.repeat(9)}I am 24 ${chatter.repeat(9)}and stay six months`;
    const { text, placeOf } = nearMeasures(whole, tells);
    for (const found of ['I am 24', 'six months']) {
      const at = placeOf(text.indexOf(found));
      expect(whole.slice(at, at + found.length)).toBe(found);
    }
  });

  test.each([
    ['numbers', '25 € ', 8],
    ['dates', '1/2/2027 ', 4],
    ['words of time', 'six ', 16],
  ])('many %s are read up to a number', (_, piece, most) => {
    const { text } = nearMeasures(piece.repeat(1_000), tells);
    expect(text).toBe(piece.repeat(most));
  });

  test('a word longer than all that is read is none', () => {
    expect(nearMeasures('a1'.repeat(5), tells).text).toBe('a1'.repeat(5));
    expect(nearMeasures(`${'x'.repeat(400)}1`, tells).text).toBe('');
  });
});
