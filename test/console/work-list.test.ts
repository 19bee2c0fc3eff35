import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CurationRoom } from '../../src/console/curation/room.ts';
import { withItem } from '../../src/curation/edit-file.ts';
import { converse } from './listed.ts';
import { openRoom, type Room, type Visitor } from './room.ts';

/** The one list of what there is to make better. */
let room: Room;
let ada: Visitor;
const proposed: { file: string; after: string | null }[] = [];
beforeEach(async () => {
  proposed.length = 0;
  room = await openRoom({ curation: curationOf() });
  ada = await room.join('curator', 'Ada');
  await converse(room.storage, 'a', [
    { says: 'can I bring my parrot', trace: { decision: 'decline' } },
    { says: 'may I bring my parrot', trace: { decision: 'decline' } },
    { says: 'is the parrot insured', trace: { decision: 'gap', intent: 'visa' } },
    { says: 'my cover of the zoo', trace: { decision: 'clarify' } },
    { says: 'zoo prices of gp', trace: { decision: 'answer', intent: 'gp-price' } },
    {
      says: 'no',
      trace: { decision: 'command' },
      effects: [{ kind: 'feedback', about: 'gp-price', helpful: false, comment: 'too dear for an ape' }],
    },
    { says: 'how long for the ape card', trace: { decision: 'answer', intent: 'cvec' } },
    {
      says: 'kiwi on the gp or its refund',
      trace: { decision: 'answer', intent: 'gp-price', score: 0.5, runnerUp: { intent: 'gp-refund', score: 0.3 } },
    },
    {
      says: 'surely the gp of the kiwi',
      trace: { decision: 'answer', intent: 'gp-price', score: 0.9, runnerUp: { intent: 'gp-refund', score: 0.05 } },
    },
  ]);
  const journal = await room.storage.journal.read('a', 0, 50);
  await room.storage.annotations.put({
    ...{ conversation: 'a', position: journal.find(({ text }) => text === 'how long for the ape card')?.position ?? 0 },
    ...{ verdict: 'wrong', reason: 'misunderstood', rightAnswer: 'carte-vitale-wait', note: 'they wait for the card' },
    ...{ who: 'x', name: 'Cleo', at: '2026-11-22T09:30:00.000Z' },
  });
});
afterEach(() => room.close());

function curationOf(): CurationRoom {
  const curation = {
    read: () => null,
    propose: ({ files }: { files: { file: string; after: string | null }[] }) => {
      proposed.push(...files);
      return Promise.resolve({ kind: 'proposed', id: 'k1' });
    },
  };
  return { curation, changes: { list: () => Promise.resolve([]) } } as unknown as CurationRoom;
}

const list = async (query = '') =>
  [...(await ada.get(`/staff/misses${query}`)).text.matchAll(/<p class="asked"><a [^>]*>([^<]*)<\/a/g)].map(([, q]) =>
    q?.trim(),
  );
const mark = (fields: Record<string, string>) =>
  ada.send('/staff/misses/mark', { language: 'en', ...fields }, { from: '/staff/misses' });

test('misses, gaps, questions back, what did not help and what was judged wrong stand in one list, like with like, with the reasons', async () => {
  expect(await list()).toEqual([
    'can I bring my parrot',
    'how long for the ape card',
    'is the parrot insured',
    'kiwi on the gp or its refund',
    'my cover of the zoo',
    'zoo prices of gp',
  ]);
  const { text } = await ada.get('/staff/misses');
  for (const shown of ['and 1 like it', 'may I bring my parrot', 'too dear for an ape', 'they wait for the card'])
    expect(text).toContain(shown);
});

test.each([
  ['decline', ['can I bring my parrot']],
  ['gap', ['is the parrot insured']],
  ['clarify', ['my cover of the zoo']],
  ['near-tie', ['kiwi on the gp or its refund']],
  ['not-helped', ['zoo prices of gp']],
  ['wrong', ['how long for the ape card']],
])('by why it is here: %s', async (kind, questions) => {
  expect(await list(`?kind=${kind}`)).toEqual(questions);
});

test('what was answered though another answer was as near says which two, and offers both', async () => {
  const { text } = await ada.get('/staff/misses?kind=near-tie');
  expect(text).toContain('Answered as Price of a GP visit; nearly What comes back from a GP visit');
  const [first, second] = [...text.matchAll(/<option value="([^"]*)">/g)].map(([, id]) => id);
  expect([first, second]).toEqual(['gp-price', 'gp-refund']);
  expect(text).not.toContain('surely the gp of the kiwi');
});

test('what is ignored stays away, what is done comes back when it is asked again', async () => {
  await mark({ question: 'is the parrot insured', state: 'ignored' });
  await mark({ question: 'my cover of the zoo', state: 'done' });
  expect(await list()).not.toContain('is the parrot insured');
  expect(await list('?state=ignored')).toEqual(['is the parrot insured']);
  expect(await list('?state=done')).toEqual(['my cover of the zoo']);
  await converse(room.storage, 'b', [
    { says: 'Is the parrot insured?', trace: { decision: 'gap' }, at: '2026-11-22T11:00:00.000Z' },
    { says: 'my cover of the zoo', trace: { decision: 'clarify' }, at: '2026-11-22T11:00:00.000Z' },
  ]);
  const now = await list();
  expect(now).toContain('my cover of the zoo');
  expect(now.join()).not.toMatch(/parrot insured/);
  await mark({ question: 'is the parrot insured', state: 'new' });
  expect((await list()).join()).toMatch(/parrot insured/);
});

test('one belongs to an answer that there is, and is done; to none that there is not', async () => {
  const wish = { question: 'can I bring my parrot', state: 'done', link: 'yes' };
  expect((await mark({ ...wish, other: 'no-such' })).to).toContain('work:which');
  expect((await mark({ ...wish, other: 'visa' })).to).toContain('work:done');
  expect(await list('?state=done')).toEqual(['can I bring my parrot']);
});

test('what the program answers by now is no work any more', async () => {
  await converse(room.storage, 'd', [{ says: 'how much does a gp visit cost', trace: { decision: 'decline' } }]);
  expect(await list()).not.toContain('how much does a gp visit cost');
});

test('a judgement becomes an evaluation question when a curator asks for it', async () => {
  const fields = { question: 'how long for the ape card', language: 'en', intent: 'carte-vitale-wait' };
  const { to } = await ada.send('/staff/misses/question', fields, { from: '/staff/misses' });
  expect(to).toContain('done=curation:proposed');
  expect(proposed.map(({ file }) => file)).toEqual(['questions/judged.yaml']);
  expect(proposed[0]?.after).toContain('text: how long for the ape card');
  const more = withItem(proposed[0]?.after ?? '', ['questions'], { text: 'x', language: 'en', intents: ['visa'] });
  expect(more).toContain('intents: [visa]');
});

test('a reviewer marks, and changes nothing of the knowledge', async () => {
  const ben = await room.join('reviewer', 'Ben');
  expect((await ben.get('/staff/misses')).text).not.toContain('/staff/knowledge/teach');
  const fields = { question: 'x', language: 'en', intent: 'visa' };
  expect((await ben.send('/staff/misses/question', fields, { from: '/staff/misses' })).status).toBe(403);
});

test('what somebody said in danger is no work', async () => {
  await converse(room.storage, 'e', [
    {
      says: 'my friend does not breathe',
      trace: { decision: 'emergency', danger: { degree: 'certain', kind: 'life', words: ['breathe'], language: 'en' } },
    },
    { says: 'and the gnu', trace: { decision: 'decline' } },
  ]);
  expect(await list()).not.toContain('and the gnu');
});
