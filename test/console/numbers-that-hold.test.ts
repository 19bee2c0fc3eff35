import { afterEach, beforeEach, expect, test } from 'vitest';
import { converse } from './listed.ts';
import { openRoom, type Room, type Visitor } from './room.ts';

/** What the figures count, and that each leads to what it counts. */
let room: Room;
let ada: Visitor;
beforeEach(async () => {
  room = await openRoom();
  ada = await room.join('reviewer', 'Ada');
  await converse(room.storage, 'answered', [{ says: 'gp', trace: { decision: 'answer', intent: 'gp-price' } }]);
  await converse(room.storage, 'left', [
    { says: 'do i register', trace: { decision: 'dialog', asking: 'nationality' } },
  ]);
  await converse(room.storage, 'which', [{ says: 'card', trace: { decision: 'clarify' } }]);
  await converse(room.storage, 'decided', [
    { says: 'do i register', trace: { decision: 'dialog', asking: 'nationality' } },
    { says: 'brazil', trace: { decision: 'dialog', asking: null, outcome: { row: 'D01' } } },
  ]);
  await converse(room.storage, 'danger', [
    {
      says: 'help',
      trace: { decision: 'emergency', danger: { degree: 'certain', kind: 'life', words: [], language: 'en' } },
    },
  ]);
  await converse(room.storage, 'foreign', [{ says: 'hallo', trace: { decision: 'decline', spoken: 'sv' } }]);
});
afterEach(() => room.close());

const span = { from: '2026-11-01', until: '2026-12-01' };

test('resolved are those that ended: no form that was left, no “which one?” that stands open, no danger', async () => {
  expect(await room.storage.numbers.conversations(span)).toMatchObject({ all: 5, resolved: 2 });
});

test('each figure leads to the conversations that it counts', async () => {
  const { text } = await ada.get('/staff/numbers');
  const resolved =
    /href="(\/staff\/conversations[^"]*resolved=yes[^"]*)"/.exec(text)?.[1]?.replaceAll('&#38;', '&') ?? '';
  const list = (await ada.get(resolved)).text;
  const shown = ['answered', 'decided', 'left', 'which', 'danger'].filter((id) => list.includes(`id=${id}`));
  expect(shown).toEqual(['answered', 'decided']);
  const asked = /href="(\/staff\/conversations[^"]*intent=gp-price[^"]*outcome=answered)"/.exec(text)?.[1] ?? '';
  expect((await ada.get(asked.replaceAll('&#38;', '&'))).text).toContain('id=answered');
});

test('a language is counted as it was spoken, also one that is not answered in, by its name', async () => {
  const languages = await room.storage.numbers.questions('language', span);
  expect(languages.find(({ key }) => key === 'sv')?.count).toBe(1);
  expect((await ada.get('/staff/numbers')).text).toContain('Swedish');
});
