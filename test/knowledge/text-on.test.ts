import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { textOn } from '../../src/knowledge/text-on.ts';

const topic = {
  id: 'fee',
  kind: 'answer' as const,
  topic: 'costs',
  form: 'fact' as const,
  conflicts: [],
  reviewed: day('2026-11-20'),
  followUps: [],
  opens: true,
  case: {},
  facts: [],
  days: { from: day('2018-09-01'), until: day('2027-08-31') },
  later: [
    { from: day('2027-09-01'), facts: [] },
    { from: day('2028-09-01'), until: day('2029-08-31'), facts: [] },
  ],
  title: { en: 'Fee' },
  text: { en: { answer: 'Now.', later: { '2027-09-01': 'Next.', '2028-09-01': 'Last.' }, phrasings: [] } },
};

test.each([
  ['2018-08-31', { kind: 'begins', on: '2018-09-01' }],
  ['2018-09-01', { kind: 'text', text: 'Now.', language: 'en' }],
  ['2027-08-31', { kind: 'text', text: 'Now.', language: 'en' }],
  ['2027-09-01', { kind: 'text', text: 'Next.', language: 'en' }],
  ['2028-08-31', { kind: 'text', text: 'Next.', language: 'en' }],
  ['2029-08-31', { kind: 'text', text: 'Last.', language: 'en' }],
  ['2029-09-01', { kind: 'ended', on: '2029-08-31' }],
])('on %s', (on, found) => {
  expect(textOn(topic, 'en', day(on))).toEqual(found);
});

test('without days a text always holds', () => {
  expect(textOn({ ...topic, days: {}, later: [] }, 'en', day('1999-01-01'))).toEqual({
    kind: 'text',
    text: 'Now.',
    language: 'en',
  });
});
