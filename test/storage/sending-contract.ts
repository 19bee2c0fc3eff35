import { kept, type Kept } from '../../src/ports/personal-data.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSpeak } from '../../src/desk/speak.ts';
import type { Storage } from '../../src/storage/open-storage.ts';
import { reply } from '../desk/real-desk.ts';
import { at, delivery, entry, later, turn, where } from './contract.ts';

/** What every database has to keep of what leaves the house. `open` opens the same one again; it is empty before each test. */
export function sendingContract(open: () => Promise<Storage>): void {
  let storage: Storage;
  beforeEach(async () => {
    storage = await open();
  });
  afterEach(() => storage.close());

  test('a delivery put twice is claimed once, when it is due, by one of those who ask at once', async () => {
    await storage.outbox.put(delivery('b', { due: later(2) }));
    await storage.outbox.put(delivery('a'));
    await storage.outbox.put(delivery('a', { content: { to: 'somebody else' } }));
    await storage.outbox.put(delivery('t', { channel: 'bot-service' }));
    const claims = await Promise.all([1, 2].map(() => storage.outbox.claim('email', at, 10)));
    expect(claims.flat()).toEqual([{ ...delivery('a'), attempts: 1 }]);
    expect((await storage.outbox.claim('email', later(2), 10)).map(({ id }) => id)).toEqual(['b']);
  });

  test('what was sent is never claimed again and keeps no address; what was put back waits and counts', async () => {
    await storage.outbox.put(delivery('a'));
    await storage.outbox.put(delivery('b'));
    await storage.outbox.claim('email', at, 10);
    await storage.outbox.settle('a', { state: 'sent', at });
    await storage.outbox.settle('a', { state: 'queued', due: at, code: 'late' });
    await storage.outbox.settle('b', { state: 'queued', due: later(5), code: 'smtp/busy' });
    await storage.outbox.put(delivery('a'));
    expect(await storage.outbox.claim('email', later(4), 10)).toEqual([]);
    expect(await storage.outbox.claim('email', later(5), 10)).toEqual([
      { ...delivery('b', { due: later(5) }), attempts: 2 },
    ]);
    expect(await storage.outbox.decide('a', 'send-again', at)).toBe('not-waiting');
  });

  test('a claim whose process is gone becomes uncertain, and a person decides', async () => {
    for (const id of ['a', 'b', 'c']) await storage.outbox.put(delivery(id));
    await storage.outbox.claim('email', at, 10);
    expect(await storage.outbox.recover(later(1))).toBe(0);
    await storage.close();
    storage = await open();
    expect(await storage.outbox.recover(later(60))).toBe(3);
    expect(await storage.outbox.claim('email', later(60), 10)).toEqual([]);
    const about = { conversation: 'c', channel: 'email', attempts: 1, due: at };
    const uncertain = { ...about, state: 'uncertain', code: 'delivery/interrupted' };
    expect(await storage.outbox.list(['uncertain'], 10)).toEqual(['a', 'b', 'c'].map((id) => ({ id, ...uncertain })));
    expect(await storage.outbox.decide('a', 'send-again', later(61))).toBe('done');
    expect(await storage.outbox.decide('b', 'drop', later(61))).toBe('done');
    await storage.outbox.settle('c', { state: 'sent', at: later(61) });
    expect((await storage.outbox.claim('email', later(61), 10)).map(({ id }) => id)).toEqual(['a']);
    expect((await storage.outbox.list(['failed', 'sent'], 10)).map(({ id, state }) => [id, state])).toEqual([
      ['b', 'failed'],
      ['c', 'sent'],
    ]);
  });

  test('what is said outside a turn stands in the journal, is heard, and goes to a channel that is called', async () => {
    const speak = createSpeak(storage.utterances, new Set(['email']), () => new Date(later(1)));
    const words = { conversation: 'c', id: 'staff-1', reply: reply('Good news.') };
    expect(await speak(words)).toBe('no-such-conversation');
    await storage.conversations.save(turn(0, entry('a')));
    const heard = new Set<number>();
    storage.journal.follow('c', (upTo) => heard.add(upTo));
    await storage.addresses.keep('c', { channel: 'email', where }, at);
    expect([await speak(words), await speak(words)]).toEqual(['said', 'said']);
    const journal = await storage.journal.read('c', 0, 10);
    expect(journal.map(({ position, activity }) => [position, activity])).toEqual([
      [1, 'a'],
      [2, 'staff-1'],
    ]);
    expect(journal[1]).toMatchObject({ direction: 'out', channel: 'test', text: 'Good news.', trace: null });
    // Between processes the notice of what was before may come late, and that a connection stands says to look at everything.
    expect([...heard].filter((upTo) => upTo > 1 && upTo !== Infinity)).toEqual([2]);
    expect((await storage.outbox.claim('email', later(1), 10)).map(({ content }) => content)).toEqual([
      { kind: 'spoken', where, reply: reply('Good news.') },
    ]);
    expect(await storage.conversations.save(turn(1, entry('b')))).toBe('conflict');
    expect(await storage.conversations.save(turn(2, entry('b')))).toBe('saved');
  });

  test('for a channel that fetches its own, nothing is put into the outbox', async () => {
    const speak = createSpeak(storage.utterances, new Set(['email']), () => new Date(at));
    await storage.conversations.save(turn(0, entry('a')));
    await storage.addresses.keep('c', { channel: 'webchat', where: {} }, at);
    expect(await speak({ conversation: 'c', id: 'staff-1', reply: reply('Hello.') })).toBe('said');
    expect(await storage.outbox.list(['queued'], 10)).toEqual([]);
  });

  test('a draft waits, is completed, and goes out once with what the journal keeps', async () => {
    await storage.conversations.save(turn(0, entry('a')));
    const missing = { heading: 'And my dog?', text: '', missing: true };
    const sections = [{ heading: 'How much?', text: '109.00 €', missing: false }, missing];
    const draft = { id: 'd', conversation: 'c', channel: 'email', language: 'en', sections, at };
    await storage.drafts.put({ ...draft, where });
    await storage.drafts.put({ ...draft, where, language: 'fr' });
    expect(await storage.drafts.list('open', 10)).toEqual([{ ...draft, state: 'open', changedAt: at }]);
    expect(await storage.drafts.approve('d', later(1))).toBe('incomplete');
    expect(await storage.drafts.edit('d', ['109.00 €', 'Dogs need a vet.'], later(2))).toBe('done');
    expect(await storage.drafts.approve('d', later(3))).toBe('done');
    expect(await storage.drafts.approve('d', later(4))).toBe('not-open');
    expect(await storage.drafts.edit('d', ['x'], later(4))).toBe('not-open');
    expect(await storage.drafts.read('d')).toMatchObject({ state: 'sent', changedAt: later(3) });
    const [, said] = await storage.journal.read('c', 0, 10);
    expect(said).toMatchObject({ text: '**How much?**\n\n109.00 €\n\n**And my dog?**\n\nDogs need a vet.' });
    const [letter, ...more] = await storage.outbox.claim('email', later(3), 10);
    expect(letter?.content).toMatchObject({ kind: 'letter', where, sections: [{}, { text: 'Dogs need a vet.' }] });
    expect(more).toEqual([]);
  });

  test('a draft that was dropped is not sent', async () => {
    await storage.conversations.save(turn(0, entry('a')));
    const draft = { id: 'd', conversation: 'c', channel: 'email', language: 'en', sections: [], at };
    await storage.drafts.put({ ...draft, where });
    expect(await storage.drafts.drop('d', later(1))).toBe('done');
    expect(await storage.drafts.approve('d', later(2))).toBe('not-open');
    expect(await storage.outbox.list(['queued'], 10)).toEqual([]);
  });

  test('a refused mail is listed once, first where somebody waits, until somebody is done with it; then its words are gone', async () => {
    const mail = { code: 'mail/list', waits: false, from: 'list@example.org', subject: 'News', text: 'Read this', at };
    const form = { ...mail, id: 'b', code: 'mail/unknown-form', waits: true, at: later(-5) };
    await storage.refusedMails.put({ ...mail, id: 'a' });
    await storage.refusedMails.put(form);
    await storage.refusedMails.put({ ...form, subject: 'again' });
    expect(await storage.refusedMails.list(10)).toEqual([form, { ...mail, id: 'a' }]);
    expect(await storage.refusedMails.done('b', later(1))).toBe('done');
    expect(await storage.refusedMails.done('b', later(2))).toBe('not-open');
    await storage.refusedMails.put(form);
    expect(await storage.refusedMails.list(10)).toEqual([{ ...mail, id: 'a' }]);
    expect(await storage.refusedMails.read('b')).toMatchObject({ code: 'mail/unknown-form', from: '', text: '' });
    const before = Object.fromEntries(kept.map((kind) => [kind, later(10)])) as Record<Kept, string>;
    await storage.personalData.forget(before, later(10));
    expect(await storage.refusedMails.list(10)).toEqual([]);
  });

  test('who is erased is gone from the refused mail as well', async () => {
    const mail = { code: 'mail/list', waits: false, from: 'Ana@Example.org', subject: 'News', text: 'Read this', at };
    await storage.refusedMails.put({ ...mail, id: 'a' });
    await storage.refusedMails.put({ ...mail, id: 'b', from: 'other@example.org' });
    await storage.conversations.save(turn(0, entry('a')));
    await storage.addresses.keep('c', { channel: 'email', where: { to: 'ana@example.org' } }, at);
    await storage.personalData.erase('c', later(1));
    expect(await storage.refusedMails.read('a')).toMatchObject({ from: '', subject: '', text: '' });
    expect(await storage.refusedMails.read('b')).toMatchObject({ from: 'other@example.org', text: 'Read this' });
  });

  test('a mailbox’s first reading is noted once', async () => {
    await storage.mailboxes.mark('box', { uidValidity: '1', uid: 4, since: at });
    await storage.mailboxes.mark('box', { uidValidity: '2', uid: 9 });
    expect(await storage.mailboxes.read('box')).toEqual({ uidValidity: '2', uid: 9, since: at });
  });
}
