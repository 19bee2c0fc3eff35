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

test('no figure of a table that is not nought stands without the way to what it counts, and something stands there', async () => {
  const { text } = await ada.get('/staff/numbers');
  const cells = Array.from(text.matchAll(/<td\b[^>]*class="number"[^>]*>([^]*?)<\/td>/g), ([, cell = '']) =>
    cell.trim(),
  );
  expect(cells.filter((cell) => cell !== '0' && !cell.startsWith('<a href='))).toEqual([]);
  const links = new Set(cells.flatMap((cell) => /href="([^"]*)"/.exec(cell)?.[1]?.replaceAll('&#38;', '&') ?? []));
  for (const link of links) expect([link, (await ada.get(link)).text.includes('id=')]).toEqual([link, true]);
  expect(links.size).toBeGreaterThan(10);
});

test('danger is led to by its degree and kind', async () => {
  const listed = async (more: string) => (await ada.get(`/staff/conversations?emergency=yes&${more}`)).text;
  expect(await listed('degree=certain&kind=life')).toContain('id=danger');
  for (const other of ['degree=possible', 'kind=fire', 'degree=possible&kind=life'])
    expect(await listed(other)).not.toContain('id=danger');
});

test('topics and answers go by their titles, what is beside them by a name of its own', async () => {
  await converse(room.storage, 'thanks', [{ says: 'thanks', trace: { decision: 'smalltalk', intent: 'thanks' } }]);
  const { text } = await ada.get('/staff/numbers');
  const heads = Array.from(text.matchAll(/<th scope="row">([^<]*)<\/th>/g), ([, head = '']) => head.trim());
  for (const name of ['What care costs', 'Price of a GP visit', 'Small talk']) expect(heads).toContain(name);
  for (const id of ['costs', 'gp-price', 'small-talk']) expect(heads).not.toContain(id);
});

test('a language is counted as it was spoken, also one that is not answered in, by its name', async () => {
  const languages = await room.storage.numbers.questions('language', span);
  expect(languages.find(({ key }) => key === 'sv')?.count).toBe(1);
  expect((await ada.get('/staff/numbers')).text).toContain('Swedish');
});
