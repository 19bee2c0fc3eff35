import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConversationFilter } from '../../src/ports/search.ts';
import { openStorage, type Storage } from '../../src/storage/open-storage.ts';
import { reply } from '../desk/real-desk.ts';
import { converse } from './listed.ts';

const postgres = process.env['TEST_POSTGRES_URL'];
const databases = [
  ['SQLite', { kind: 'sqlite', path: ':memory:', durability: 'NORMAL' }],
  ...(postgres === undefined ? [] : [['PostgreSQL', { kind: 'postgres', url: postgres }]]),
] as [string, Parameters<typeof openStorage>[0]][];

describe.each(databases)('on %s', (_, address) => {
  let storage: Storage;
  beforeEach(async () => {
    if (address.kind === 'postgres') await emptied(address.url);
    storage = await openStorage(address, { deliveryKey: new Uint8Array(32) });
    await converse(storage, 'a', [
      {
        says: 'How much is a visit to the médecin?',
        hears: 'A visit costs 30 €, 70 % come back.',
        trace: { intent: 'gp-price', score: 0.9 },
      },
      { says: 'this did not help', trace: { decision: 'command', intent: 'gp-price' }, effects: [thumb(false)] },
    ]);
    await converse(storage, 'b', [
      { says: 'je perds ma carte', trace: { decision: 'decline', language: 'fr', score: 0.2 } },
      { says: 'talk to a person', trace: { decision: 'handover', language: 'fr' } },
    ]);
    await converse(
      storage,
      'c',
      [
        {
          says: 'I broke my leg, and what is PUMa?',
          trace: {
            decision: 'emergency',
            intent: 'puma',
            intents: [
              { intent: null, decision: 'emergency', score: null },
              { intent: 'puma', decision: 'answer', score: 0.8 },
            ],
          },
          at: '2026-12-01T09:00:00.000Z',
        },
      ],
      'msteams',
    );
    await converse(storage, 'greeted', [{ says: '' }]);
  });
  afterEach(() => storage.close());

  const found = async (filter: ConversationFilter) =>
    (await storage.search.list(filter, { limit: 10 })).conversations.map(({ conversation }) => conversation);

  test.each<[string, ConversationFilter, string[]]>([
    ['all that asked something, newest first', {}, ['c', 'b', 'a']],
    ['a word that was said', { words: 'visit' }, ['a']],
    ['a word of the reply', { words: 'costs' }, ['a']],
    ['words of different messages', { words: 'visit help' }, ['a']],
    ['words that never met', { words: 'visit carte' }, []],
    ['no accents', { words: 'medecin' }, ['a']],
    ['an accent too many', { words: 'pérds' }, ['b']],
    ['the beginning of the last word', { words: 'perds car' }, ['b']],
    ['not the beginning of another word', { words: 'per carte' }, []],
    ['a sign', { words: '%' }, ['a']],
    ['a sign that nobody wrote', { words: '§' }, []],
    ['an underscore is no wildcard', { words: '_' }, []],
    ['operators are words', { words: 'visit OR carte' }, []],
    ['a quote ends nothing', { words: '"visit" NEAR(' }, []],
    ['a regular expression of ten thousand letters', { words: '(zq+)+$'.repeat(1500) }, []],
    ['SQL', { words: "'; drop table listed; --" }, []],
    ['channel', { channel: 'msteams' }, ['c']],
    ['language', { language: 'fr' }, ['b']],
    ['decision', { decision: 'decline' }, ['b']],
    ['the second question of a message', { intents: ['puma'] }, ['c']],
    ['no topic', { intents: [] }, []],
    ['an unsure reply', { surenessBelow: 0.5 }, ['b']],
    ['feedback', { feedback: 'not-helped' }, ['a']],
    ['no such feedback', { feedback: 'helped' }, []],
    ['handed over', { handedOver: true }, ['b']],
    ['not handed over', { handedOver: false }, ['c', 'a']],
    ['emergency', { emergency: true }, ['c']],
    ['from a day', { from: '2026-12-01' }, ['c']],
    ['until a day', { until: '2026-12-01' }, ['b', 'a']],
    ['two at once', { words: 'visit', decision: 'answer' }, ['a']],
    ['two that exclude each other', { words: 'visit', decision: 'decline' }, []],
  ])('%s', async (_name, filter, conversations) => {
    expect(await found(filter)).toEqual(conversations);
  });

  test('pages lead on and back', async () => {
    const first = await storage.search.list({}, { limit: 2 });
    expect([first.conversations.map((row) => row.conversation), first.older, first.newer]).toEqual([
      ['c', 'b'],
      true,
      false,
    ]);
    const second = await storage.search.list({}, { before: first.conversations[1]!.number, limit: 2 });
    expect([second.conversations.map((row) => row.conversation), second.older, second.newer]).toEqual([
      ['a'],
      false,
      true,
    ]);
    const back = await storage.search.list({}, { after: second.conversations[0]!.number, limit: 2 });
    expect([back.conversations.map((row) => row.conversation), back.older, back.newer]).toEqual([
      ['c', 'b'],
      true,
      false,
    ]);
  });

  test('a colleague’s words are found, and leave the mark of who was done with it', async () => {
    await storage.search.mark('a', { reviewed: true, assigned: 'ada' });
    await storage.utterances.append(
      { conversation: 'a', activity: 'x', reply: reply('Bring your passport'), at: '2026-11-22T10:00:00.000Z' },
      () => null,
    );
    expect(await found({ words: 'passport', reviewed: true, assigned: 'ada' })).toEqual(['a']);
    await converse(storage, 'a', [{ says: 'thank you' }]);
    expect(await storage.search.find('a')).toMatchObject({ reviewed: false, assigned: 'ada', asked: 3 });
  });

  test('a verdict belongs to the question that it is on', async () => {
    expect(await storage.search.find('a')).toMatchObject({
      notHelped: 1,
      helped: 0,
      leastSure: expect.closeTo(0.9) as number,
    });
  });

  test('what is erased is found no more, its words, its questions and what was noted on it included', async () => {
    await storage.annotations.put({
      ...{ conversation: 'a', position: 1, verdict: 'wrong', reason: 'wrong-figure', rightAnswer: null },
      ...{ note: 'costs more', who: 'ada', name: 'Ada', at: '2026-11-22T10:00:00.000Z' },
    });
    await converse(storage, 'a', [{ says: 'delete my data', hears: 'done', effects: [{ kind: 'erase' }] }]);
    expect(await found({ words: 'visit' })).toEqual([]);
    expect(await found({ intents: ['gp-price'] })).toEqual([]);
    expect(await storage.annotations.of('a')).toEqual([]);
    expect(await found({ words: 'delete' })).toEqual(['a']);
  });

  test('names of channels and languages that there are', async () => {
    expect(await storage.search.choices()).toEqual({ channels: ['msteams', 'webchat'], languages: ['en', 'fr'] });
  });
});

function thumb(helpful: boolean) {
  return { kind: 'feedback', about: 'gp-price', helpful, comment: null } as const;
}

async function emptied(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('drop schema public cascade; create schema public');
  await client.end();
}
