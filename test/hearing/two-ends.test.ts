import { expect, test } from 'vitest';
import { told } from './ears.ts';

test.each([
  ['en', 'EHIC until 2029, till May 2027'],
  ['en', 'my European card is valid until 2029 and I stay until May 2027'],
  ['fr', 'CEAM jusqu’en 2029, je reste jusqu’en mai 2027'],
])('%s: a card keeps its own year, and the stay its month: %s', (language, text) => {
  expect(told(text, { language, form: 'deadline' })).toMatchObject({
    ehicUntil: '2029-12-31',
    stayUntil: '2027-05-31',
  });
});
