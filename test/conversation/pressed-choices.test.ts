import { expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { incoming, knowledge, takeTurn, testDay } from './talk.ts';

const skips = knowledge.languages.map((language) => {
  const said = knowledge.phrases[language]?.['dialog'] as { handover: { skip: string } };
  return [language, said.handover.skip] as const;
});

test.each(skips)(
  'in %s the choice that leaves a question out, %s, is no danger when it is pressed',
  async (locale, skip) => {
    const asked = { ...freshState, language: locale, offered: [{ label: skip, value: skip }] };
    const { trace } = await takeTurn(incoming(skip, 1, { locale }), asked);
    expect([trace.danger, trace.language]).toEqual([null, locale]);
  },
);

test('what nobody offered is heard as it is', async () => {
  const { trace } = await takeTurn(incoming('I want to kill myself', 1), {
    ...freshState,
    offered: [{ label: 'Skip', value: 'Skip' }],
  });
  expect(trace.danger?.degree).toBe('certain');
});

test.each([
  ['it', 'umano'],
  ['de', 'Live Chat'],
  ['en', 'person'],
  ['es', 'una persona'],
])('whoever asks for a person in %s in one word, %s, is answered in that language', async (locale, said) => {
  const { trace } = await takeTurn(incoming(said, 0, { locale, on: testDay }), freshState);
  expect(trace.language).toBe(locale);
});
