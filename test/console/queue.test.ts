import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MailRefusal } from '../../src/channels/email/refusal.ts';
import { converse } from './listed.ts';
import { openRoom, type Room, type Visitor } from './room.ts';
import { knowledge, speaker } from '../own-desk.ts';

let room: Room;
let ada: Visitor;
let ben: Visitor;
beforeEach(async () => {
  room = await openRoom();
  ada = await room.join('reviewer', 'Ada');
  ben = await room.join('reviewer', 'Ben');
  await converse(room.storage, 'c', [
    { says: 'my case is complicated' },
    {
      says: 'talk to a person',
      hears: 'Your reference is G-1.',
      trace: { decision: 'handover', language: 'fr' },
      effects: [{ kind: 'handover', reference: 'G-1', reason: 'asked', facts: { nationality: 'BR' } }],
      at: '2026-11-22T07:00:00.000Z',
    },
  ]);
});
afterEach(() => room.close());

const at = '/staff/handover?reference=G-1';
const act = (visitor: Visitor, action: string, fields: Record<string, string> = {}) =>
  visitor.send(`/staff/handover/${action}`, { reference: 'G-1', ...fields }, { from: at });
const said = async () => (await room.storage.journal.read('c', 4, 20)).map(({ text }) => text);

test('the queue shows who waits for how long, and why', async () => {
  const { text } = await ada.get('/staff/queue');
  for (const shown of ['G-1', 'my case is complicated', 'asked for a person', '3 hours']) expect(text).toContain(shown);
  expect((await ada.get(at)).text).toContain('Brazil');
});

test('of two who take it at once one has it and the other is told; the student learns in their language that somebody is at it', async () => {
  await Promise.all([ada.get(at), ben.get(at)]);
  const outcomes = await Promise.all([act(ada, 'take'), act(ben, 'take')]);
  expect(outcomes.map(({ to }) => /done=(.*)/.exec(to ?? '')?.[1]).sort()).toEqual([
    'queue.taken',
    'queue.taken-by-other',
  ]);
  expect(await said()).toEqual([expect.stringMatching(/^Un collègue de .* lit votre question/)]);
});

test('what is given back can be taken by another', async () => {
  await act(ada, 'take');
  await act(ben, 'release');
  expect((await act(ben, 'take')).to).toContain('queue.taken-by-other');
  await act(ada, 'release');
  expect((await act(ben, 'take')).to).toContain('queue.taken');
});

test('a reply reaches the student once, redacted and signed, however often it is sent; the waiting ends', async () => {
  const reply = /name="reply" value="([^"]*)"/.exec((await ada.get(at)).text)?.[1] ?? '';
  const words = { text: 'Bring your passport. My card is 4111 1111 1111 1111.', reply };
  expect((await act(ada, 'reply', words)).to).toContain('done=queue.replied');
  await act(ada, 'reply', words);
  const texts = await said();
  expect(texts).toHaveLength(1);
  expect(texts[0]).toMatch(/^Bring your passport\. My card is \[/);
  expect(texts[0]).toMatch(/référence \*\*G-1\*\*/);
  expect((await ada.get('/staff/queue')).text).toContain('answered');
  expect((await act(ben, 'reply', { ...words, reply: crypto.randomUUID() })).to).toContain('queue.taken-by-other');
});

test('when the student writes again after the reply, the queue says so', async () => {
  await act(ada, 'reply', { text: 'Bring it.', reply: crypto.randomUUID() });
  await converse(room.storage, 'c', [{ says: 'which one?', at: '2026-11-22T11:00:00.000Z' }]);
  expect((await ada.get('/staff/queue')).text).toContain('wrote again');
});

test('nothing is said when nothing was written', async () => {
  expect((await act(ada, 'reply', { text: '  ', reply: crypto.randomUUID() })).to).toContain('queue.nothing-said');
  expect(await said()).toEqual([]);
});

test('it is closed once', async () => {
  expect((await act(ada, 'close')).to).toContain('done=queue.closed');
  expect((await act(ben, 'close')).to).toContain('done=queue.closed-before');
  expect((await ada.get('/staff/queue')).text).not.toContain('my case is complicated');
  expect((await ada.get('/staff/queue?state=closed')).text).toContain('my case is complicated');
});

test('what is erased waits for nobody', async () => {
  await act(ada, 'take');
  await converse(room.storage, 'c', [{ says: 'delete my data', effects: [{ kind: 'erase' }] }]);
  expect((await ada.get(at)).status).toBe(404);
  expect((await act(ada, 'reply', { text: 'hello', reply: crypto.randomUUID() })).status).toBe(404);
});

describe('drafts of letters', () => {
  const page = '/staff/draft?id=d1';
  const change = (visitor: Visitor, action: string, fields: Record<string, string> = {}) =>
    visitor.send(`/staff/draft/${action}`, { id: 'd1', ...fields }, { from: page });
  beforeEach(async () => {
    await room.storage.drafts.put({
      id: 'd1',
      conversation: 'c',
      channel: 'email',
      language: 'en',
      sections: [
        { heading: 'Do I have to register?', text: 'Yes.', missing: false },
        { heading: 'Where is my card?', text: '', missing: true },
      ],
      where: { to: 'student@school.example' },
      at: '2026-11-22T08:00:00.000Z',
    });
  });

  test('one is not sent while something is missing, then approved once', async () => {
    expect((await ada.get('/staff/queue')).text).toContain('1 / 2');
    expect((await change(ada, 'approve')).to).toContain('draft-incomplete');
    expect((await change(ada, 'edit', { 'section-0': 'Yes.', 'section-1': 'It takes a while.' })).to).toContain(
      'draft-kept',
    );
    expect((await change(ada, 'approve', { 'section-0': 'Yes.', 'section-1': 'It takes a while.' })).to).toContain(
      'draft-sent',
    );
    expect((await change(ada, 'approve')).to).toContain('draft-gone');
    expect((await room.storage.outbox.list(['queued'], 10)).map(({ channel }) => channel)).toEqual(['email']);
    expect((await said()).at(-1)).toContain('It takes a while.');
  });

  test('one for another address than its mail came from says so, any other does not', async () => {
    const doubt = 'goes to another address than the one the mail came from';
    expect((await ada.get(page)).text).not.toContain(doubt);
    await room.storage.drafts.put({
      ...{ id: 'd2', conversation: 'c', channel: 'email', language: 'en', sections: [] },
      ...{ where: { to: 'other@mail.example' }, doubt: 'other-address', at: '2026-11-22T08:00:00.000Z' },
    });
    expect((await ada.get('/staff/draft?id=d2')).text).toContain(doubt);
  });

  test('one that somebody else has is left alone', async () => {
    await change(ada, 'take');
    expect((await change(ben, 'drop')).to).toContain('taken-by-other');
    expect((await change(ada, 'drop')).to).toContain('draft-dropped');
    expect((await room.storage.drafts.read('d1'))?.state).toBe('dropped');
  });
});

test('a delivery that may have arrived is sent again only when a person says so', async () => {
  const { outbox } = room.storage;
  await outbox.put({ id: 'x1', conversation: 'c', channel: 'email', content: {}, due: '2026-11-22T08:00:00.000Z' });
  await outbox.claim('email', '2026-11-22T09:00:00.000Z', 1);
  await outbox.settle('x1', { state: 'uncertain', code: 'channel/send-failed' });
  expect((await ada.get('/staff/queue')).text).toContain('not sure to have arrived');
  const decide = () => ada.send('/staff/delivery', { id: 'x1', decision: 'send-again' }, { from: '/staff/queue' });
  expect((await decide()).to).toContain('done=queue.send-again');
  expect((await decide()).to).toContain('done=queue.not-waiting');
  expect((await outbox.list(['queued'], 5)).map(({ id }) => id)).toEqual(['x1']);
});

test('mail that was refused is listed with why, and is gone when a colleague is done with it', async () => {
  const mail = { id: 'm1', code: 'mail/unknown-form', waits: true, from: 'forms@school.example', subject: 'Contact' };
  await room.storage.refusedMails.put({
    ...mail,
    text: 'How long <b>does</b> it take?',
    at: '2026-11-22T07:00:00.000Z',
  });
  const { text } = await ada.get('/staff/queue');
  for (const shown of ['Contact', 'forms@school.example', 'perhaps a web form', 'somebody may wait'])
    expect(text).toContain(shown);
  const page = '/staff/refused?id=m1';
  expect((await ada.get(page)).text).toContain('How long &#60;b&#62;does&#60;/b&#62; it take?');
  expect((await ada.send('/staff/refused/done', { id: 'm1' }, { from: page })).to).toContain('done=queue.done');
  expect((await ada.get('/staff/queue')).text).not.toContain('forms@school.example');
});

test('each code of a refusal has its words', () => {
  const codes = Object.keys(refusals) as (keyof typeof refusals)[];
  for (const code of codes)
    for (const language of speaker.staffLanguages)
      expect(speaker.say(language, `staff:refused.reason.${code.replace('mail/', '')}`)).not.toBe('');
});

/** Every refusal, so that the compiler asks for a new one here. */
const refusals: Readonly<Record<MailRefusal, true>> = {
  'mail/own': true,
  'mail/bounce': true,
  'mail/automatic': true,
  'mail/list': true,
  'mail/no-reply': true,
  'mail/invitation': true,
  'mail/spam': true,
  'mail/unknown-form': true,
  'mail/wants-no-answer': true,
  'mail/no-sender': true,
  'mail/several-senders': true,
  'mail/forged': true,
  'mail/nothing-asked': true,
  'mail/only-courtesy': true,
  'mail/too-many': true,
  'mail/too-large': true,
  'mail/too-many-parts': true,
  'mail/unreadable': true,
  'mail/too-costly': true,
};

test('of a student who writes Spanish the colleague reads what was answered, in their own language, and goes on in any', async () => {
  await converse(room.storage, 'es', [
    { says: '¿cuánto cuesta el médico?', trace: { decision: 'answer', intent: 'gp-price', language: 'es' } },
    {
      says: 'quiero hablar con una persona',
      trace: { decision: 'handover', language: 'es' },
      effects: [{ kind: 'handover', reference: 'G-2', reason: 'asked', facts: {} }],
    },
  ]);
  const page = '/staff/handover?reference=G-2';
  const title = knowledge.answers.get('gp-price')?.title;
  const { text } = await ada.get(page);
  for (const shown of ['¿cuánto cuesta el médico?', title?.['en'], 'They write in Spanish.'])
    expect(text).toContain(shown);
  expect((await ada.get(`${page}&lang=fr`)).text).toContain(title?.['fr']?.replace("'", '&#39;'));
  expect((await ada.get('/staff/conversation?id=es&lang=en')).text).toContain(`· ${title?.['en'] ?? ''}`);
  expect((await ada.get('/staff/queue')).text).toContain('webchat · Spanish');
  const words = { reference: 'G-2', text: 'Traiga su pasaporte.', reply: crypto.randomUUID() };
  await ada.send('/staff/handover/reply', words, { from: page });
  const [, , , , replied] = await room.storage.journal.read('es', 0, 20);
  expect(replied?.text).toMatch(/^Traiga su pasaporte\./);
});
