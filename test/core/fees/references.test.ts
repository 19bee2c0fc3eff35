import { expect, test } from 'vitest';
import { data } from '../scenarios/data.ts';
import { quoted } from '../scenarios/fees.ts';

const shared = ['S0-03', 'S0-05', 'S0-06', 'S0-16', 'S0-23', 'S0-24', 'S0-25', 'S0-26', 'S0-32', 'S0-37'];

test.each([
  ['a medical offer rests on the price list and the start of cover', 'P3M', shared],
  ['RC also on its end', 'rc', [...shared, 'S0-20', 'S0-21'].sort()],
  ['a bundle also on its rule', 'P3M + rc', [...shared, 'S0-20', 'S0-21', 'S0-27', 'S0-28'].sort()],
])('%s', (_, words, facts) => {
  expect(quoted(words, '2026-11-22', data)).toMatchObject({ facts });
});
