import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMailDesk } from './mail-desk.ts';
import { mail } from './raw-mail.ts';

let desk: Awaited<ReturnType<typeof openMailDesk>>;
beforeEach(async () => {
  desk = await openMailDesk();
});
afterEach(() => desk.close());

const asked =
  'How do I get a refund without a carte Vitale?\n\nMy wife and children come in May, what do they need?\n\n';
const tale = 'We moved here in September and everybody was kind to us. '.repeat(90);

test.each([
  [
    'beside other questions',
    `${asked}My neighbour lies beside an empty box of sleeping pills. He cannot be woken.`,
    '15',
  ],
  ['after a long tale', `${asked}${tale}I want to kill myself tonight.`, '3114'],
  ['in another language', `${asked}${tale}Mi hermana no respira.`, '112'],
  ['amid thirty thousand characters', `${asked}${tale.repeat(3)}I want to kill myself. ${tale.repeat(3)}`, '3114'],
  [
    'amid thirty thousand characters, in the middle of a paragraph about others',
    `${tale.repeat(3)}My flatmate is very tired and will not be here in May. ${tale}My sister is not breathing. ${tale.repeat(3)}`,
    '112',
  ],
])('certain danger %s: the numbers alone, at once', async (_, text, number) => {
  const { kind, letter } = await desk.mailIn(mail(text));
  expect(kind).toBe('answered');
  expect(letter?.text).toContain(number);
  expect(letter?.text).not.toContain('carte Vitale');
});

test('possible danger: the numbers stand above the first answer, once', async () => {
  const { letter } = await desk.mailIn(
    mail(`How much does a visit to a GP cost?\n\nDoes the life insurance pay after a suicide?`),
  );
  const text = letter?.text ?? '';
  if (letter === undefined) {
    const [draft] = await desk.storage.drafts.list('open', 10);
    expect(draft?.sections[0]?.text).toContain('3114');
    expect(draft?.sections.filter(({ text: said }) => said.includes('3114'))).toHaveLength(1);
  } else expect(text.split('3114')).toHaveLength(2);
});
