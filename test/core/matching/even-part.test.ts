import { expect, test } from 'vitest';
import { evenPart } from '../../../src/core/matching/even-part.ts';

const texts = Array.from({ length: 2_000 }, (_, n) => `question ${n}`);
const part = (of: readonly string[], most: number) => evenPart(of, (text) => text, most);

test('about so many are chosen, and all where there are no more', () => {
  expect(part(texts, 500).length).toBeGreaterThan(400);
  expect(part(texts, 500).length).toBeLessThan(600);
  expect(part(texts, 2_000)).toEqual(texts);
});

test('one more hardly changes what is chosen of the others', () => {
  const chosen = part(texts, 500);
  const withOneMore = new Set(part([...texts, 'one more'], 500));
  expect(chosen.filter((text) => !withOneMore.has(text)).length).toBeLessThanOrEqual(2);
});
