import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { converse } from './listed.ts';
import { openRoom, type Room, type Visitor } from './room.ts';

/** A hand-over from its beginning to its end, between colleagues. */
let room: Room;
let ada: Visitor;
let ben: Visitor;
beforeEach(async () => {
  room = await openRoom();
  [ada, ben] = [await room.join('admin', 'Ada'), await room.join('reviewer', 'Ben')];
  await handOver('c', 'G-1', 'my card never came');
});
afterEach(() => room.close());

async function handOver(conversation: string, reference: string, question: string): Promise<void> {
  await converse(room.storage, conversation, [
    { says: 'hi', trace: { decision: 'smalltalk', intent: 'greeting' } },
    { says: question, trace: { decision: 'decline' }, at: '2026-11-22T09:00:30.000Z' },
    {
      says: 'talk to a person',
      trace: { decision: 'handover' },
      effects: [
        { kind: 'handover', reference, reason: 'asked', facts: { nationality: 'BR', stayMonths: 10, work: false } },
      ],
      at: '2026-11-22T09:01:00.000Z',
    },
  ]);
}

const pageOf = (reference: string) => `/staff/handover?reference=${reference}`;
const act = (visitor: Visitor, action: string, fields: Record<string, string> = {}, reference = 'G-1') =>
  visitor.send(`/staff/handover/${action}`, { reference, ...fields }, { from: pageOf(reference) });
const reply = (visitor: Visitor, text: string, more: Record<string, string> = {}) =>
  act(visitor, 'reply', { text, reply: crypto.randomUUID(), ...more });
const standing = async (reference = 'G-1') => {
  const handover = await room.storage.queue.handover(reference);
  return [handover?.state, handover?.holder?.name ?? null];
};
const idOf = async (name: string) =>
  (await room.storage.staff.accounts('2026-11-22T10:00:00.000Z')).find((account) => account.name === name)?.id ?? '';
const writes = (says: string, at: string) => converse(room.storage, 'c', [{ says, at }]);
const lastSaid = async () => (await room.storage.journal.read('c', 0, 50)).at(-1)?.text;

test('its title is the concern, never the greeting; its facts are a table in words', async () => {
  for (const path of ['/staff/queue', pageOf('G-1')])
    expect((await ada.get(path)).text).toContain('my card never came');
  const { text } = await ada.get(pageOf('G-1'));
  expect(text).toMatch(/<h1>my card never came<\/h1>/);
  const facts = /<table class="facts">[^]*?<\/table>/
    .exec(text)?.[0]
    .replaceAll(/<[^>]*>|\s+/g, ' ')
    .replaceAll(/\s+/g, ' ');
  expect(facts).toContain('nationality Brazil stay 10 months paid work no');
  expect(text).not.toContain('{&#34;');
});

test('an answer to a form is no concern: its title is what began it', async () => {
  const form = { decision: 'dialog', intent: 'eligibility' } as const;
  await converse(room.storage, 'f', [
    { says: 'what does a doctor cost', trace: { decision: 'answer', intent: 'gp-price' } },
    { says: 'do i have to register', trace: form, at: '2026-11-22T09:00:10.000Z' },
    { says: 'no', trace: form, at: '2026-11-22T09:00:20.000Z' },
    { says: 'no job', trace: { decision: 'answer', intent: 'eligibility' }, at: '2026-11-22T09:00:30.000Z' },
    {
      says: 'talk to a person',
      trace: { decision: 'handover' },
      effects: [{ kind: 'handover', reference: 'G-7', reason: 'asked', facts: {} }],
      at: '2026-11-22T09:01:00.000Z',
    },
  ]);
  expect((await ada.get(pageOf('G-7'))).text).toMatch(/<h1>do i have to register<\/h1>/);
});

test('what the student told the desk is its title', async () => {
  const note = { concern: 'the post lost it twice', way: 'here' } as const;
  await converse(room.storage, 'c', [
    { says: 'x', effects: [{ kind: 'handover-note', reference: 'G-1', note: { ...note } }] },
  ]);
  const { text } = await ada.get(pageOf('G-1'));
  expect(text).toMatch(/<h1>the post lost it twice<\/h1>/);
  expect(text).toContain('in the chat');
});

test('new, taken, waiting for the student, taken again when they write, closed', async () => {
  expect(await standing()).toEqual(['new', null]);
  await act(ada, 'take');
  expect(await standing()).toEqual(['taken', 'Ada']);
  room.wait(60_000);
  await reply(ada, 'Ask for a new one.');
  expect(await standing()).toEqual(['waiting', 'Ada']);
  await writes('where?', '2026-11-22T10:05:00.000Z');
  expect(await standing()).toEqual(['taken', 'Ada']);
  expect((await ada.get('/staff/queue')).text).toContain('wrote again');
  await act(ada, 'close');
  expect(await standing()).toEqual(['closed', 'Ada']);
});

test('what the program says, and what a colleague says, is no “wrote again”', async () => {
  await reply(ada, 'Ask for a new one.');
  room.wait(60_000);
  await reply(ada, 'On your account.');
  expect((await ada.get('/staff/queue')).text).not.toContain('wrote again');
});

test('one is taken over, given to a colleague, and given back; each time the student reads who has it', async () => {
  await act(ada, 'take');
  expect((await act(ben, 'take-over')).to).toContain('queue.taken');
  expect(await standing()).toEqual(['taken', 'Ben']);
  expect(await lastSaid()).toContain('Ben');
  expect((await act(ben, 'give', { to: await idOf('Ada') })).to).toContain('queue.given');
  expect(await standing()).toEqual(['taken', 'Ada']);
  await act(ada, 'release');
  expect(await standing()).toEqual(['new', null]);
  expect((await act(ada, 'give', { to: 'nobody' })).to).toContain('queue.nobody-there');
});

test('a colleague who is removed while holding two leaves both to the others, and they are answered', async () => {
  await handOver('d', 'G-2', 'and my refund?');
  await act(ben, 'take');
  await act(ben, 'take', {}, 'G-2');
  await ada.send(`/staff/accounts/${await idOf('Ben')}/remove`, { sure: 'yes' }, { from: '/staff/accounts' });
  expect([await standing(), await standing('G-2')]).toEqual([
    ['new', null],
    ['new', null],
  ]);
  expect((await reply(ada, 'Here is how.')).to).toContain('queue.replied');
  expect(await standing()).toEqual(['waiting', 'Ada']);
});

test('who goes away frees theirs, is given nothing, and comes back', async () => {
  await act(ben, 'take');
  await ben.send('/staff/account/away', { away: 'yes' }, { from: '/staff/account' });
  expect(await standing()).toEqual(['new', null]);
  expect((await act(ada, 'give', { to: await idOf('Ben') })).to).toContain('queue.nobody-there');
  await ben.send('/staff/account/away', { away: 'no' }, { from: '/staff/account' });
  expect((await act(ada, 'give', { to: await idOf('Ben') })).to).toContain('queue.given');
});

test('a reply that cannot be sent is kept, and stands in the form again; sent, it is gone', async () => {
  await act(ada, 'take');
  expect((await reply(ben, 'A long answer of mine.')).to).toContain('queue.taken-by-other');
  expect((await ben.get(pageOf('G-1'))).text).toContain('A long answer of mine.');
  expect((await ada.get(pageOf('G-1'))).text).not.toContain('A long answer of mine.');
  expect((await act(ben, 'keep', { text: 'Better still. Mine is 4111 1111 1111 1111.', quietly: 'yes' })).status).toBe(
    200,
  );
  const kept = (await ben.get(pageOf('G-1'))).text;
  expect(kept).toContain('Better still. Mine is [');
  await act(ben, 'take-over');
  await reply(ben, 'Better still.');
  expect((await ben.get(pageOf('G-1'))).text).not.toContain('Better still. Mine');
});

test('a note is read by colleagues and by no student, without personal numbers', async () => {
  await act(ben, 'note', { note: 'Called the fund, they look. 4111 1111 1111 1111' });
  const { text } = await ada.get(pageOf('G-1'));
  expect(text).toContain('Called the fund, they look. [');
  expect((await room.storage.journal.read('c', 0, 50)).map((entry) => entry.text).join()).not.toContain(
    'Called the fund',
  );
  await converse(room.storage, 'c', [{ says: 'delete my data', effects: [{ kind: 'erase' }] }]);
  expect(await room.storage.queue.notes({ reference: 'G-1', conversation: 'c' })).toEqual([]);
});

describe('closed', () => {
  test('with the reply, in one act; the student reads what to do if it does not help', async () => {
    expect((await reply(ada, 'Ask for a new one.', { then: 'close' })).to).toContain('queue.replied-closed');
    expect(await standing()).toEqual(['closed', 'Ada']);
    expect(await lastSaid()).toContain('If it still does not work');
  });

  test('it is opened again by staff, once', async () => {
    await act(ada, 'close');
    expect((await act(ben, 'reopen')).to).toContain('queue.reopened');
    expect((await act(ben, 'reopen')).to).toContain('queue.open-already');
    expect((await room.storage.queue.handover('G-1'))?.state).not.toBe('closed');
  });

  test('it is open again when the student says that it does not work, with whoever had it', async () => {
    await reply(ada, 'Ask for a new one.', { then: 'close' });
    await converse(room.storage, 'c', [
      { says: 'still broken', effects: [{ kind: 'reopen', reference: 'G-1' }], at: '2026-11-22T11:00:00.000Z' },
    ]);
    expect(await standing()).toEqual(['taken', 'Ada']);
    expect((await ada.get('/staff/queue')).text).toContain('wrote again');
  });

  test('of a colleague who is gone it is nobody’s', async () => {
    await reply(ben, 'Ask for a new one.', { then: 'close' });
    await room.storage.staff.remove(await idOf('Ben'), '2026-11-22T10:30:00.000Z');
    await act(ada, 'reopen');
    expect((await standing())[1]).toBeNull();
  });
});

test('the menu counts what waits for whoever looks', async () => {
  const waiting = async (visitor: Visitor) => /<b>(\d+)<\/b>/.exec((await visitor.get('/staff/queue')).text)?.[1];
  await handOver('d', 'G-2', 'and my refund?');
  expect([await waiting(ada), await waiting(ben)]).toEqual(['2', '2']);
  await act(ada, 'take');
  expect([await waiting(ada), await waiting(ben)]).toEqual(['2', '1']);
  await reply(ada, 'Ask for a new one.');
  expect([await waiting(ada), await waiting(ben)]).toEqual(['1', '1']);
});

test('what happens is told to an open page, with what waits', async () => {
  const cookie = [...ada.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const stop = new AbortController();
  const events = await fetch(`${room.url}/staff/events`, {
    headers: { cookie, accept: 'text/event-stream' },
    signal: stop.signal,
  });
  expect(events.headers.get('content-type')).toContain('text/event-stream');
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  // What went on between the page and this line is told by the number that waits.
  expect((await reader?.read())?.value).toContain('event: changed\ndata: {"waiting":1,"conversations":[]}\n\n');
  await act(ben, 'take');
  expect((await reader?.read())?.value).toBe('event: changed\ndata: {"waiting":0,"conversations":["c"]}\n\n');
  stop.abort();
});

test('events are for colleagues alone', async () => {
  expect((await room.browser().get('/staff/events')).to).toContain('/staff/sign-in');
});

test('what Guichet would answer is put into the reply, in the student’s language, and can be changed before it is sent', async () => {
  await converse(room.storage, 'fr', [
    {
      says: 'une personne svp',
      trace: { decision: 'handover', language: 'fr' },
      effects: [{ kind: 'handover', reference: 'G-9', reason: 'asked', facts: {} }],
    },
  ]);
  const insert = (answer: string) => act(ada, 'insert', { answer, text: 'Bonjour.' }, 'G-9');
  expect((await insert('gp-price')).to).toContain('queue.inserted');
  const { text } = await ada.get(pageOf('G-9'));
  expect(text).toMatch(/<textarea[^>]*>\s*Bonjour\.\s+[^<]*médecin généraliste[^<]*30 €/);
  expect((await insert('no-such')).to).toContain('queue.no-such-answer');
});
