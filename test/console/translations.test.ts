import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { forms } from '../../dialogs/index.ts';
import { createCuration } from '../../src/curation/curate.ts';
import { createLinter } from '../../src/curation/linter.ts';
import { createPreviews } from '../../src/curation/previews.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createRedact } from '../../src/conversation/redaction/redact.ts';
import type { CurationRoom } from '../../src/console/curation/room.ts';
import { openStorage, type Storage } from '../../src/storage/open-storage.ts';
import { createReplays } from '../../src/replay/replays.ts';
import { createSpeaker } from '../../src/voice/speaker.ts';
import { noon } from '../desk/real-desk.ts';
import { copyInTwoLanguages } from '../knowledge/a-folder.ts';
import { matcher, openRoom, type Room, type Visitor } from './room.ts';

/** A desk whose French is a translation; what is published is read at once. */
let root: string;
let folder: string;
let kept: Storage;
let room: Room;
let curator: Visitor;
let current: ReturnType<Room['parts']['current']>;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'guichet-translations-'));
  folder = join(root, 'knowledge');
  copyInTwoLanguages(folder);
  write('desk.yaml', read('desk.yaml').replace('originals: [en, fr]', 'originals: [en]'));
  kept = await openStorage(memory);
  await open({ secondApproval: false });
});
afterEach(async () => {
  await room.close();
  await kept.close();
  rmSync(root, { recursive: true });
});

async function open({ secondApproval }: { secondApproval: boolean }): Promise<void> {
  const { knowledgeChanges: changes, corrections } = kept;
  const reading = { folder, cacheFolder: 'var', database: memory };
  const curation: CurationRoom = {
    ...{ folder, forms, changes, corrections, lint: createLinter({ folder, forms }) },
    ...{ previews: createPreviews(reading), replays: createReplays(reading) },
    curation: createCuration({ folder, forms, changes, secondApproval, published: reload, clock: () => noon }),
    speak: () => Promise.reject(new Error('nothing is said to anybody')),
    state: () => ({ hash: '', since: noon.toISOString(), busy: false, problem: null }),
  };
  reload();
  room = await openRoom({ curation, current: () => current });
  curator = await room.join('curator', 'Zoé');
}

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const write = (file: string, text: string): void => {
  writeFileSync(join(folder, file), text);
};
function reload(): void {
  const knowledge = loadKnowledge(folder, forms);
  current = { knowledge, matcher, speaker: createSpeaker(knowledge), redact: createRedact(knowledge) };
}
const page = '/staff/knowledge/translations';
const answer = 'languages/fr/answers/gp-price.yaml';
const shown = async (item: string) => (await curator.get(`${page}?language=fr&item=${item}`)).text;

/** As the button does: with what the page names. */
async function mark(item: string) {
  const text = await shown(item);
  const of = /name="of" value="([^"]*)"/.exec(text)?.[1] ?? '';
  return curator.send(page, { language: 'fr', item, of });
}

test('what waits stands beside the original, and how much of it there is', async () => {
  const text = await shown('answers/gp-price');
  for (const part of ['Price of a GP visit', 'lang="en"', 'lang="fr"', 'not checked', 'data-key="c"'])
    expect(text).toContain(part);
  expect(text.match(/30 €/g)?.length).toBeGreaterThan(1);
  expect(text).toMatch(/French: (\d+) of \1 wait/);
  expect(await shown('phrases/fees')).toMatch(/<td data-label="French" lang="fr">/);
  expect(await shown('phrases/staff')).not.toContain('data-key');
});

test('a mark writes down who compared it, when and with what, in the file; the next one that waits is shown', async () => {
  const before = read(answer);
  const { to } = await mark('answers/gp-price');
  expect(to).toMatch(/language=fr&item=answers%2Fgp-refund&done=curation:checked$/);
  const after = read(answer);
  expect(after.startsWith(before)).toBe(true);
  const { knowledge } = current;
  expect((parse(after) as { checked: unknown }).checked).toMatchObject({ by: 'Zoé', on: '2026-11-22' });
  expect(knowledge.checks['fr']?.answers['gp-price']).toBe('checked');
  expect(await shown('answers/gp-price')).not.toContain('data-key');
});

test('a file of sentences is marked as one', async () => {
  await mark('phrases/fees');
  await mark('phrases/deadlines');
  expect(parse(read('languages/fr/checked.yaml'))).toMatchObject({ fees: { by: 'Zoé' }, deadlines: { by: 'Zoé' } });
  expect(current.knowledge.checks['fr']?.phrases).toMatchObject({ fees: 'checked', dialog: 'unchecked' });
});

test('what was changed in the original since stands first and says so; marked again it is checked', async () => {
  await mark('answers/gp-price');
  const english = 'languages/en/answers/gp-price.yaml';
  write(english, read(english).replace('answer: |\n', 'answer: |\n  Ask us.\n\n'));
  reload();
  const { text } = await curator.get(page);
  expect(text).toContain('<h2>answers/gp-price');
  expect(text).toContain('The original was changed after this was checked');
  await mark('answers/gp-price');
  expect(current.knowledge.checks['fr']?.answers['gp-price']).toBe('checked');
  expect(read(answer).match(/^checked:/gm)).toHaveLength(1);
});

test('who marks what was changed while it was read marks nothing', async () => {
  const before = read(answer);
  const sent = await curator.send(page, { language: 'fr', item: 'answers/gp-price', of: '0123456789abcdef' });
  expect(sent.status).toBe(404);
  expect(read(answer)).toBe(before);
});

test('where a second person has to say yes, it waits for that', async () => {
  await room.close();
  await open({ secondApproval: true });
  const before = read(answer);
  expect((await mark('answers/gp-price')).to).toMatch(/change\?id=.*done=curation:proposed$/);
  expect(read(answer)).toBe(before);
});

test('a reviewer marks nothing; where every language is written in, nothing waits', async () => {
  const reviewer = await room.join('reviewer');
  expect((await reviewer.get(page)).status).toBe(403);
  write('desk.yaml', read('desk.yaml').replace('originals: [en]', 'originals: [en, fr]'));
  reload();
  expect((await curator.get(page)).text).toContain('Every language of this desk');
});

const memory = { kind: 'sqlite', path: ':memory:', durability: 'NORMAL' } as const;
