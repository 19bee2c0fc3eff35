import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMailThread, type MailThread } from '../../src/channels/email/mail-thread.ts';
import { openMailDesk } from '../channels/email/mail-desk.ts';
import { mail } from '../channels/email/raw-mail.ts';
import { reading } from '../channels/email/reading.ts';

const question = 'How much does a visit to a GP cost?';

/** The bytes that held the desk for 20 and for 15 seconds, and others of their kind. */
const freezing: readonly (readonly [string, Buffer])[] = [
  ['x, 19,000 empty lines, x', mail(`x${'\n'.repeat(19_000)}x`)],
  ['19,900 spaces after Date:', mail(`From: a <a@mail.example>\nDate:${' '.repeat(19_900)}x`, { subject: 'Fwd: x' })],
  [
    '19,900 spaces after Date: in a forward',
    mail(
      `---------- Forwarded message ---------\nFrom: a <a@mail.example>\nDate:${' '.repeat(19_900)}\nSubject: x\n\nx`,
    ),
  ],
  ['9,900 lines with a space each', mail(`x\n${' \n'.repeat(9_900)}x`)],
  ['9,900 lines with a no-break space each', mail(`x\n${'\u00a0\n'.repeat(9_900)}x`)],
  ['9,900 quoted empty lines', mail(`x\n${'>\n'.repeat(9_900)}x`)],
  ['19,900 angle brackets', mail('<'.repeat(19_900))],
  ['a megabyte of empty lines', mail(`x${'\n'.repeat(1_000_000)}x`)],
  ['References without an end', mail('x?', { headers: [`References: ${'a'.repeat(200_000)}`] })],
  ['a subject of 200,000 characters', mail('x?', { subject: 'a '.repeat(100_000) })],
];

describe('mail is read beside the conversations', () => {
  let thread: MailThread;
  beforeAll(async () => {
    thread = startMailThread();
    await thread.read(mail(question), reading);
  });
  afterAll(() => thread.end());

  /** Processor time of this thread while one mail is read; what is collected or compiled just then counts as well. */
  async function held(raw: Buffer): Promise<number> {
    const before = process.threadCpuUsage();
    const read = await thread.read(raw, reading);
    const { user, system } = process.threadCpuUsage(before);
    expect(read.mail.text.length).toBeLessThanOrEqual(20_000);
    return (user + system) / 1000;
  }

  test.each(freezing)('%s holds the event loop for no more than 50 ms of processor time', async (_, raw) => {
    const times = [await held(raw), await held(raw), await held(raw)];
    expect(Math.min(...times)).toBeLessThan(50);
  });

  test('what says nothing is gone before the parsers see it', async () => {
    const { mail: read } = await thread.read(mail(`x${' '.repeat(500)}y${'\n \n'.repeat(500)}z`), reading);
    expect(read.text).toBe('x y\n\nz');
  });

  test('a mail of 10 MB in many lines is read as well', async () => {
    const { mail: read } = await thread.read(
      mail(`${question}\n${'a line that says little\n'.repeat(400_000)}`),
      reading,
    );
    expect(read.text).toContain(question);
  });

  test('and so is the end of one that is longer than anybody writes', async () => {
    const { mail: read } = await thread.read(
      mail(`Hello,\n${'a line that says little\n'.repeat(4_000)}${question}`),
      reading,
    );
    expect(read.text).toMatch(/^Hello,/);
    expect(read.text).toContain(question);
  });
});

describe('a mail that takes too long', () => {
  test('is left to a person by its code', async () => {
    const hurried = startMailThread({ ms: 1, megabytes: 64 });
    const desk = await openMailDesk({ thread: hurried });
    expect(await desk.mailIn(mail(question))).toEqual({ kind: 'refused', code: 'mail/too-costly', letter: undefined });
    await desk.close();
  });
});

test('the freezing mails are all read in time, and a student meanwhile gets their letter', async () => {
  const desk = await openMailDesk();
  const outcomes = await Promise.all([
    ...freezing.map(([, raw]) => desk.answerMail(raw)),
    desk.answerMail(mail(question)),
  ]);
  const codes = outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.code : outcome.kind));
  expect(codes).not.toContain('mail/too-costly');
  expect(codes).not.toContain('mail/unreadable');
  expect(outcomes.at(-1)?.kind).toBe('answered');
  await desk.close();
}, 120_000);
