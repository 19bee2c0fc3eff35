import { describe, expect, test } from 'vitest';
import { bothEnds, readAtEitherEnd, withoutRuns } from '../../src/conversation/reading/keep-both-ends.ts';
import { createRedact } from '../../src/conversation/redaction/redact.ts';
import { freshState } from '../../src/conversation/state.ts';
import { redactIncoming } from '../../src/desk/redact-incoming.ts';
import { hearDanger, incoming, knowledge, readText, takeTurn } from './talk.ts';

const redact = createRedact(knowledge);
const leftOut = /^Your message is long\. .* the middle I left out\.\n\n/;
/** Nothing that the desk has an answer to. */
const chatter = 'The trees along the river were green again and we walked for a while. ';

const inDanger = (text: string) => hearDanger(text)?.degree ?? null;
const letIn = (text: string) => redactIncoming({ redact, inDanger }, incoming(text, 0, { locale: 'en' }));

async function said(text: string) {
  const turn = await takeTurn(await letIn(text), freshState);
  return { ...turn.trace, text: turn.replies[0]?.text ?? '', read: readText(turn) };
}

describe('of a long message', () => {
  const long = chatter.repeat(100);

  test.each([
    ['the beginning', `How much does a GP visit cost?\n${long}`],
    ['the end', `${long}\nHow much does a GP visit cost?`],
    ['the end, however long it is', `${chatter.repeat(5_000)}\nHow much does a GP visit cost?`],
  ])('%s is answered, and that the middle was left out is said', async (_, text) => {
    const answered = await said(text);
    expect(answered.text).toMatch(leftOut);
    expect(answered.read).toContain('30 €');
  });

  test('the middle is not answered', async () => {
    const middle = await said(`${long}\nHow much does a GP visit cost?\n${long}`);
    expect(middle.text).toMatch(leftOut);
    expect(middle.read).not.toContain('30 €');
  });

  test('words of danger are heard in the middle as well, and nothing stands above the numbers', async () => {
    const danger = await said(`${long}\nI want to kill myself.\n${long}`);
    expect(danger.decision).toBe('emergency');
    expect(danger.text).not.toMatch(leftOut);
  });

  test.each([
    ['in English', 'I want to kill myself.'],
    ['in French', 'Je veux mourir.'],
  ])('and wherever they stand in the longest that a door takes: %s', async (_, words) => {
    for (const before of [150, 300, 1_700, 3_400]) {
      const danger = await said(`${chatter.repeat(before)}${words} ${chatter.repeat(3_600 - before)}`);
      expect([before, danger.decision]).toEqual([before, 'emergency']);
      expect(danger.text).toContain('3114');
    }
  });

  test('of a text longer than anybody writes the ends are kept, and the place that speaks of danger', async () => {
    const { text } = await letIn(`Begin. ${chatter.repeat(2_000)}I want to kill myself. ${chatter.repeat(1_000)}end.`);
    expect(text).toMatch(/^Begin\. [^]* I want to kill myself\. [^]* end\.$/);
    expect(text.length).toBeLessThan(22_000);
    expect((await letIn(chatter.repeat(3_000))).text.length).toBeLessThan(20_003);
  });

  test('what may be danger hides none that is certain after it', async () => {
    const possible = 'He said that he wants to die of shame, my flatmate, and he gives his things away.';
    const certain = 'My sister took all the pills and does not wake up!';
    expect([hearDanger(possible)?.degree, hearDanger(certain)?.degree]).toEqual(['possible', 'certain']);
    const text = [15, 400, 600].map((n) => chatter.repeat(n));
    const danger = await said(`${text[1] ?? ''}${possible} ${text[2] ?? ''}${certain} ${text[1] ?? ''}`);
    expect(danger.decision).toBe('emergency');
  });

  test('words that unfold into many characters leave none unread', () => {
    expect(hearDanger(`${'안녕하세요 '.repeat(3_000)} I want to kill myself.`)).not.toBeNull();
  });

  test('personal data is taken out of the middle as well', async () => {
    const { text } = await letIn(`${long}write to ana.lopez@mail.example ${long}`);
    expect(text).toContain(`${chatter}write to [e-mail] ${chatter}`);
  });

  test('blank lines and spaces are no length', async () => {
    const spaced = await said(`Hello.${'\n'.repeat(9_000)}${' '.repeat(9_000)}How much does a GP visit cost?`);
    expect(spaced.text).not.toMatch(leftOut);
    expect(spaced.read).toContain('30 €');
  });

  test('of more than twelve questions the first and the last are answered', async () => {
    const few = Array.from({ length: 14 }, (_, index) => `Is river number ${String(index)} long?`);
    const { read } = await said([...few, 'How much does a GP visit cost?'].join(' '));
    expect(read).toContain('30 €');
  });
});

describe('both ends', () => {
  test.each([
    ['a text of twice the length', 'ab cd ef', 4, { text: 'ab cd ef', leftOut: false }],
    ['a word on either seam', 'one two three four', 6, { text: 'one\n\nfour', leftOut: true }],
    ['no word at all', 'x'.repeat(300), 120, { text: `${'x'.repeat(120)}\n\n${'x'.repeat(120)}`, leftOut: true }],
  ])('%s', (_, text, each, ends) => {
    expect(bothEnds(text, each)).toEqual(ends);
  });

  test('no half of a character is left at a seam', () => {
    expect(bothEnds('😀'.repeat(3_001), readAtEitherEnd - 1).text.isWellFormed()).toBe(true);
  });

  test.each([
    ['spaces', 'a   b', 'a b'],
    ['blank lines', 'a\n\n\n\nb', 'a\n\nb'],
    ['blank lines with blanks in them', 'a\r\n \t \r\n\t\r\n \u00a0\r\nb', 'a\n\nb'],
    ['a paragraph', 'a\n\nb', 'a\n\nb'],
  ])('runs of %s are one', (_, text, alone) => {
    expect(withoutRuns(text)).toBe(alone);
  });
});
