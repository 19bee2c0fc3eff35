import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openMailDesk } from './mail-desk.ts';
import { mail } from './raw-mail.ts';

const server = 'mx.guichet.test';
const passes = (domain: string) => `Authentication-Results: ${server}; dmarc=pass header.from=${domain}`;
const certain = 'My flatmate is unconscious and does not breathe.';
const possible = 'I had an accident. How much does a visit to a GP cost?';

let desk: Awaited<ReturnType<typeof openMailDesk>>;
afterEach(() => desk.close());

let count = 0;
function from(sender: string, text: string, ...headers: string[]): Buffer {
  return mail(text, { from: sender, id: `danger-${String((count += 1))}@mail.example`, headers });
}

function forwarded(text: string, ...headers: string[]): Buffer {
  const original = `Please look.\n\n---------- Forwarded message ---------\nFrom: Li <li@mail.example>\nDate: Sat, Nov 21, 2026 at 6:02 PM\nSubject: help\nTo: Marie <marie@guichet.test>\n\n\n${text}\n`;
  const id = `danger-${String((count += 1))}@guichet.test`;
  return mail(original, { from: 'marie@guichet.test', subject: 'Fwd: help', id, headers });
}

/** What went out because of a mail: to whom, and whether the numbers stand in it. */
async function takeIn(raw: Buffer) {
  const before = desk.posted.length;
  const outcome = await desk.mailIn(raw);
  const letters = desk.posted.slice(before).map((letter) => ({
    to: [letter.to ?? []]
      .flat()
      .map(({ text }) => text)
      .join(),
    numbers: /\b112\b/.test((letter.text ?? '').slice(0, 200)),
    subject: letter.subject ?? '',
    text: letter.text ?? '',
  }));
  const toDesk = letters.filter(({ to }) => to === 'colleagues@guichet.test');
  const conversation = outcome.kind === 'refused' ? '' : outcome.conversation;
  const drafts = (await desk.storage.drafts.list('open', 100)).filter((one) => one.conversation === conversation);
  return {
    ...{ kind: outcome.kind, conversation, toDesk, drafts },
    numbersTo: letters.filter(({ numbers }) => numbers).map(({ to }) => to),
    others: letters.filter((letter) => !letter.numbers && !toDesk.includes(letter)).map(({ to }) => to),
    letters,
  };
}

describe.each(['auto', 'draft'] as const)('in mode %s', (mode) => {
  beforeEach(async () => {
    const config = { mode, authenticationServer: server, webForms: ['form@school.test'], dailyMost: 3 };
    desk = await openMailDesk({ config });
  });

  test('certain: the numbers alone go out at once, nothing above them, and nobody is said to read along', async () => {
    const { kind, numbersTo, others, drafts, letters } = await takeIn(from('ana@mail.example', certain));
    expect({ kind, numbersTo, others, drafts }).toEqual({
      ...{ kind: 'answered', numbersTo: ['ana@mail.example'], others: [], drafts: [] },
    });
    const text = letters.find(({ to }) => to === 'ana@mail.example')?.text ?? '';
    expect(text).toMatch(/^Call 15 /);
    expect(text).toContain('Nobody of the desk has read yours yet');
    expect(text).not.toMatch(/answer this letter|talk to a person|I stay|I am here/i);
  });

  test('the desk is told: the kind, the hour, the way there; not a word of the student, not their address', async () => {
    const { toDesk, conversation } = await takeIn(from('ana@mail.example', certain));
    const [told] = toDesk;
    expect(toDesk).toHaveLength(1);
    expect(told?.subject).toBe('Emergency: life and health (certain)');
    expect(told?.text).toContain(`/staff/emergency?conversation=${conversation}`);
    for (const word of ['unconscious', 'flatmate', 'ana@']) expect(told?.text).not.toContain(word);
    expect(await desk.storage.emergencies.list(5)).toMatchObject([
      { conversation, degree: 'certain', kind: 'life', channel: 'email', language: 'en' },
    ]);
  });

  test('twice within the hour: the numbers once; the second waits for a colleague and is in the queue', async () => {
    await takeIn(from('ana@mail.example', certain));
    const second = await takeIn(from('Ana@mail.example', `${certain} Please!`));
    expect(second).toMatchObject({ kind: 'drafted', numbersTo: [], others: [] });
    expect(second.drafts).toHaveLength(1);
    expect(await desk.storage.emergencies.list(5)).toHaveLength(2);
    desk.time.now = new Date(desk.time.now.getTime() + 3_600_000);
    expect((await takeIn(from('ana@mail.example', `${certain} Now!`))).numbersTo).toEqual(['ana@mail.example']);
  });

  test('the same mail by two ways is one letter', async () => {
    const raw = from('ana@mail.example', certain);
    await takeIn(raw);
    expect(await takeIn(raw)).toMatchObject({ kind: 'answered', numbersTo: [], toDesk: [] });
  });

  test('another address gets its own', async () => {
    await takeIn(from('ana@mail.example', certain));
    expect((await takeIn(from('bo@mail.example', certain))).numbersTo).toEqual(['bo@mail.example']);
  });

  test('over the day’s limit the numbers go out all the same', async () => {
    const questions = ['How much does a GP visit cost?', 'How much is the RC?', 'What does a dentist cost?'];
    for (const question of questions) await takeIn(from('ana@mail.example', question));
    expect(await takeIn(from('ana@mail.example', questions[0] ?? ''))).toMatchObject({ kind: 'refused' });
    expect((await takeIn(from('ana@mail.example', certain))).numbersTo).toEqual(['ana@mail.example']);
    expect(await takeIn(from('ana@mail.example', `${possible} Soon?`))).toMatchObject({ kind: 'refused' });
  });

  test('another address that nobody proved: the numbers to the From alone', async () => {
    const named = await takeIn(from('mallory@mail.example', certain, 'Reply-To: victim@mail.example'));
    expect(named).toMatchObject({ kind: 'answered', numbersTo: ['mallory@mail.example'], others: [] });
    expect(named.toDesk).toHaveLength(1);
    expect(named.drafts).toMatchObject([{ doubt: 'other-address' }]);
  });

  test.each([
    ['authenticated', passes('guichet.test')],
    ['without a verdict', 'X-Nothing: none'],
  ])(
    'a forward of a colleague, %s: the colleague gets the numbers, the student’s reply is a draft',
    async (_, header) => {
      const { numbersTo, others, toDesk, drafts } = await takeIn(forwarded(certain, header));
      expect({ numbersTo, others }).toEqual({ numbersTo: ['marie@guichet.test'], others: [] });
      expect(toDesk).toHaveLength(1);
      expect(drafts).toHaveLength(1);
    },
  );

  test('a web form that is known is a machine: who filled it in gets the numbers', async () => {
    const filled = from('form@school.test', certain, passes('school.test'), 'Reply-To: li@mail.example');
    expect((await takeIn(filled)).numbersTo).toEqual(['li@mail.example']);
  });

  test('words of a colleague above a forward are heard', async () => {
    const raw = Buffer.from(
      forwarded('How much does a GP visit cost?', passes('guichet.test')).toString().replace('Please look.', certain),
    );
    expect((await takeIn(raw)).numbersTo).toContain('marie@guichet.test');
  });

  test.each([
    ['in the subject of an empty mail', mail('', { subject: certain, id: 'subject@mail.example' })],
    ['under the signature', mail(`How much is the RC?\n\nThanks\n\nP.S. ${certain}`, { id: 'ps@mail.example' })],
  ])('%s it is heard', async (_, raw) => {
    expect(await takeIn(raw)).toMatchObject({ kind: 'answered', numbersTo: ['ana@mail.example'] });
  });

  test('a sender that is forged is written nothing, and the desk is told of the danger, once', async () => {
    const fails = `Authentication-Results: ${server}; dmarc=fail`;
    const refused = await takeIn(from('ana@mail.example', certain, fails));
    expect(refused).toMatchObject({ kind: 'refused', numbersTo: [], others: [] });
    expect(refused.toDesk.map(({ text }) => text)).toEqual([expect.stringContaining('mail/forged')]);
    expect((await takeIn(from('ana@mail.example', `${certain} Again`, fails))).toDesk).toEqual([]);
    expect((await takeIn(from('ana@mail.example', 'How much is the RC?', fails))).toDesk).toEqual([]);
  });

  test('possible: the numbers at once in either mode', async () => {
    const { numbersTo, drafts, toDesk } = await takeIn(from('ana@mail.example', possible));
    expect(numbersTo).toEqual(['ana@mail.example']);
    expect(drafts).toHaveLength(mode === 'draft' ? 1 : 0);
    // The queue is enough for what may be nothing.
    expect(toDesk).toEqual([]);
    expect(await desk.storage.emergencies.list(5)).toMatchObject([{ degree: 'possible' }]);
  });
});

test('where mail is off, none is taken in', async () => {
  desk = await openMailDesk({ config: { mode: 'off', receiver: { port: 0, host: '127.0.0.1', tls: undefined } } });
  expect(await desk.connection.start()).toEqual({ port: null });
});

test('the desk is told once an hour of one conversation, whatever the door', async () => {
  desk = await openMailDesk();
  const say = async (id: string) => {
    await desk.desk.receive({ conversation: 'c', id, text: certain, channel: 'webchat', on: '2026-11-22' as never });
    await desk.pump.run();
    return desk.posted.length;
  };
  expect(await say('1')).toBe(1);
  expect(await say('2')).toBe(1);
  desk.time.now = new Date(desk.time.now.getTime() + 3_600_001);
  expect(await say('3')).toBe(2);
});
