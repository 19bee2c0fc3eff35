import { expect, test } from 'vitest';
import { lettersOn, readableOn } from '../../src/web/contrast.ts';

test.each([
  ['black on yellow', '#fde047', '#000000'],
  ['white on brown', '#7c2d12', '#ffffff'],
  ['black on a middle grey', '#808080', '#000000'],
] as const)('%s', (_, color, letters) => {
  expect(lettersOn(color)).toBe(letters);
});

test.each([
  ['a dark colour stays on white', '#ffffff', '#7c2d12', '#7c2d12'],
  ['and is lightened on a dark page', '#151d1c', '#7c2d12', /^#(?!7c2d12)/],
  ['yellow is darkened on white', '#ffffff', '#fde047', /^#(?!fde047)/],
] as const)('%s', (_, ground, color, expected) => {
  expect(readableOn(ground, color)).toMatch(expected);
});
