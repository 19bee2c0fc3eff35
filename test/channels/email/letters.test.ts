import { afterEach, beforeEach, expect, test } from 'vitest';
import { reply } from '../../desk/real-desk.ts';
import { openMailDesk } from './mail-desk.ts';
import { mail, mailFile } from './raw-mail.ts';

let desk: Awaited<ReturnType<typeof openMailDesk>>;
beforeEach(async () => {
  desk = await openMailDesk();
});
afterEach(() => desk.close());

test('each answer stands under its topic’s title, in text and in HTML; a reply goes on with the form', async () => {
  const { letter, kind } = await desk.mailIn(mailFile('en-register'));
  expect(kind).toBe('answered');
  for (const heading of ['Your registration', 'Price of a GP visit', 'Your price']) {
    expect(letter?.text).toContain(`${heading}\n===`);
    expect(letter?.html).toMatch(new RegExp(`<h2[^>]*>${heading.replace('?', '\\?')}</h2>`));
  }
  expect(letter?.text).toContain('Total: 127 €');
  expect(letter).toMatchObject({
    inReplyTo: '<en-register@mail.example>',
    subject: 'Re: Questions before I come to Angers',
  });
  expect(letter?.headers.get('auto-submitted')).toBe('auto-replied');
  const next = await desk.mailIn(mailFile('en-reply', { answered: letter?.messageId ?? '' }));
  expect(next.letter?.text).toContain('You must register with French public insurance online; it is free.');
  expect(next.letter?.references).toContain('<en-reply@mail.example>');
});

test('what is not surely answered waits as a draft; completed, it goes out as one letter', async () => {
  const raw = mail('How much does a visit to a GP cost?\nDoes my aquarium need a licence?');
  expect(await desk.mailIn(raw)).toMatchObject({ kind: 'drafted', letter: undefined });
  const [draft] = await desk.storage.drafts.list('open', 10);
  expect(draft?.sections).toMatchObject([
    { missing: false },
    { heading: 'Your question', asked: 'Does my aquarium need a licence?', missing: true },
    { heading: null, missing: false },
  ]);
  const id = draft?.id ?? '';
  expect(await desk.storage.drafts.approve(id, '2026-11-22T12:01:00.000Z')).toBe('incomplete');
  await desk.storage.drafts.edit(
    id,
    [draft?.sections[0]?.text ?? '', 'Ask the town hall.'],
    '2026-11-22T12:02:00.000Z',
  );
  expect(await desk.storage.drafts.approve(id, '2026-11-22T12:03:00.000Z')).toBe('done');
  desk.time.now = new Date('2026-11-22T12:04:00.000Z');
  await desk.pump.run();
  expect(desk.posted.map(({ text }) => text?.includes('Ask the town hall.'))).toEqual([true]);
  expect(desk.posted[0]?.headers.has('auto-submitted')).toBe(false);
});

test('in draft mode everything waits', async () => {
  const careful = await openMailDesk({ config: { mode: 'draft' } });
  const raw = mail('How much does a visit to a GP cost?');
  expect(await careful.mailIn(raw)).toMatchObject({ kind: 'drafted', letter: undefined });
  await careful.close();
});

test('words of danger are answered at once, in draft mode too', async () => {
  const careful = await openMailDesk({ config: { mode: 'draft' } });
  const { letter } = await careful.mailIn(mail('I want to kill myself. How much is the RC?'));
  expect(letter?.text).toContain('3114');
  await careful.close();
});

test('a hand-over is mailed to the desk, with its reference and without the student’s address', async () => {
  await desk.mailIn(mail('I want to talk to a person. My number is +33 6 12 34 56 78.', { from: 'ana@mail.example' }));
  const note = desk.posted.find(({ to }) => JSON.stringify(to).includes('colleagues@guichet.test'));
  expect(note?.subject).toMatch(/G-[0-9A-F]{8}/);
  expect(note?.text).toContain('I want to talk to a person');
  expect(note?.raw).not.toContain('ana@mail.example');
  expect(note?.text).not.toContain('06 12');
});

test('what a colleague says in the staff room reaches the student in their thread', async () => {
  const { conversation } = (await desk.mailIn(mail('How much does a visit to a GP cost?'))) as { conversation: string };
  await desk.speak({ conversation, id: 'staff-1', reply: reply('Come by on **Monday**.') });
  await desk.pump.run();
  expect(desk.posted.at(-1)?.text).toContain('Come by on Monday.');
  expect(desk.posted.at(-1)).toMatchObject({ inReplyTo: desk.posted[0]?.inReplyTo });
});

test('somebody else who has our letter does not get into its conversation', async () => {
  const first = await desk.mailIn(mailFile('en-register'));
  const stolen = mailFile('en-reply', { answered: first.letter?.messageId ?? '' });
  const other = await desk.mailIn(Buffer.from(stolen.toString('latin1').replaceAll('ana.souza@', 'other@'), 'latin1'));
  expect(other).not.toMatchObject({ conversation: (first as { conversation: string }).conversation });
});

test.each([
  { server: 'is busy', answer: { responseCode: 450 }, left: ['queued', 'smtp/busy'] },
  { server: 'refuses', answer: { responseCode: 550 }, left: ['failed', 'smtp/refused'] },
  { server: 'hangs up after it was given the letter', answer: 'hang up' as const, left: ['uncertain', 'smtp/lost'] },
])('a server that $server leaves the letter $left.0', async ({ answer, left }) => {
  const verdict = answer === 'hang up' ? answer : Object.assign(new Error('no'), answer);
  const unlucky = await openMailDesk({ answer: () => verdict });
  await unlucky.mailIn(mail('How much does a visit to a GP cost?'));
  const [listed] = await unlucky.storage.outbox.list(['queued', 'failed', 'uncertain', 'sent'], 1);
  expect([listed?.state, listed?.code]).toEqual(left);
  await unlucky.close();
});

test('a letter that is tried again has the same Message-ID, and is not sent a third time', async () => {
  let tries = 0;
  const ids: (string | undefined)[] = [];
  const busy = Object.assign(new Error('busy'), { responseCode: 450 });
  const unlucky = await openMailDesk({ answer: () => (++tries === 1 ? busy : null) });
  await unlucky.mailIn(mail('How much does a visit to a GP cost?'));
  const [waiting] = await unlucky.storage.outbox.list(['queued'], 1);
  for (const minutes of [1, 10, 100]) {
    unlucky.time.now = new Date(Date.parse('2026-11-22T12:00:00Z') + minutes * 60_000);
    await unlucky.pump.run();
  }
  ids.push(...unlucky.posted.map(({ messageId }) => messageId));
  expect(ids).toHaveLength(1);
  expect(ids[0]).toContain(waiting?.id);
  expect(tries).toBe(2);
  await unlucky.close();
});

test('two questions that a colleague has to answer are two places in the draft', async () => {
  await desk.mailIn(
    mail('Does my aquarium need a licence?\nHow much does a visit to a GP cost?\nWho repairs bicycles here?'),
  );
  const [draft] = await desk.storage.drafts.list('open', 1);
  const missing = draft?.sections.filter((section) => section.missing) ?? [];
  expect(missing.map(({ asked }) => asked)).toEqual(['Does my aquarium need a licence?', 'Who repairs bicycles here?']);
});

test.each([
  ['ar', 'كم تكلف زيارة الطبيب العام؟', 'rtl', /30/],
  ['zh', '看全科医生要多少钱？', 'ltr', /30/],
  ['de', 'Was kostet ein Besuch beim Hausarzt?', 'ltr', /30 €/],
])('a letter in %s is answered in it, written the way it is read', async (language, question, direction, price) => {
  const { letter, kind } = await desk.mailIn(mail(question));
  expect(kind).toBe('answered');
  expect(letter?.html).toContain(`<html lang="${language}" dir="${direction}">`);
  expect(letter?.text).toMatch(price);
});
