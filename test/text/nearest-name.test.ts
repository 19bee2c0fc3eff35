import { expect, test } from 'vitest';
import { nearestName } from '../../src/text/nearest-name.ts';

test.each<[string, string[], string | null]>([
  ['gp', ['rc-price', 'gp-visit'], 'gp-visit'],
  ['x', ['ab-x', 'aa-x'], 'aa-x'],
  ['x', ['aa-x', 'ab-x'], 'aa-x'],
  ['gp-vist', ['rc', 'gp-visit'], 'gp-visit'],
  ['gp-visyt', ['gp-visit', 'gp-visat'], 'gp-visat'],
  ['refu', ['rc', 'refund-delay'], 'refund-delay'],
  ['zzz', ['abcdef'], null],
  ['', ['long'], null],
  ['', ['a'], 'a'],
])('“%s” among %j was meant as %s', (written, names, meant) => {
  expect(nearestName(written, names)).toBe(meant);
});
