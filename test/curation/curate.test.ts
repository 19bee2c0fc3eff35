import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { createCuration, patchOf, type Curation } from '../../src/curation/curate.ts';
import { day } from '../../src/core/day.ts';
import { withPhrasing } from '../../src/curation/edit-file.ts';
import { writeAnswer } from '../../src/curation/write-answer.ts';
import { readKnowledge } from '../../src/knowledge/load.ts';
import { openStorage, type Storage } from '../../src/storage/open-storage.ts';
import { noon } from '../desk/real-desk.ts';
import { aFolder } from '../knowledge/a-folder.ts';

const ada = { id: 'u1', name: 'Ada' };
const ben = { id: 'u2', name: 'Ben' };
const file = 'languages/en/answers/gp.yaml';
const topic = 'topics/gp.yaml';

let root: string;
let folder: string;
let storage: Storage;
let announced: string[];
let curation: Curation;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'guichet-curation-'));
  folder = aFolder();
  storage = await openStorage({ kind: 'sqlite', path: join(root, 'guichet.db'), durability: 'NORMAL' });
  announced = [];
  curation = open(false);
});
afterEach(async () => {
  await storage.close();
  rmSync(root, { recursive: true });
});

function open(secondApproval: boolean, at = noon): Curation {
  return createCuration({
    folder,
    forms,
    changes: storage.knowledgeChanges,
    secondApproval,
    published: (change) => announced.push(...change.files.map((changed) => changed.file)),
    clock: () => at,
  });
}
const text = () => readFileSync(join(folder, file), 'utf8');
const phrased = (phrasing: string, on = text()) => withPhrasing(on, file, 'gp', phrasing) ?? '';

async function proposed(after: string, author = ada, before?: string): Promise<string> {
  const files = [{ file, after, ...(before !== undefined && { before }) }];
  const outcome = await curation.propose({ files, author, reason: 'students say so' });
  if (outcome.kind !== 'proposed') throw new RangeError('not proposed');
  return outcome.id;
}

test('a proposal changes nothing; a person publishes it, and it is in the file with its author and reason', async () => {
  const before = text();
  const id = await proposed(phrased('doc bill how much'));
  expect(text()).toBe(before);
  expect(await curation.publish(id, ben)).toMatchObject({ kind: 'published' });
  expect(text()).toContain('  - doc bill how much\n');
  expect(announced).toEqual([file]);
  expect(await storage.knowledgeChanges.list({ state: 'published' }, 5)).toMatchObject([
    { id, files: [{ file, before }], author: ada, decided: { by: ben }, reason: 'students say so' },
  ]);
  expect(readdirSync(join(folder, 'languages/en/answers')).filter((name) => name.endsWith('.new'))).toEqual([]);
});

test('of two who publish the same file the second is told who was first, and both texts are kept', async () => {
  const [first, second] = [await proposed(phrased('ada asks it so')), await proposed(phrased('ben asks it so'), ben)];
  const ends = await Promise.all([curation.publish(first, ada), curation.publish(second, ben)]);
  const [mine, theirs] = ends[0].kind === 'published' ? [second, 'ada'] : [first, 'ben'];
  expect(ends.map(({ kind }) => kind).sort()).toEqual(['changed-meanwhile', 'published']);
  expect(ends).toContainEqual(
    expect.objectContaining({ theirs: expect.objectContaining({ author: theirs === 'ada' ? ada : ben }) as unknown }),
  );
  expect(text()).toContain(`${theirs} asks it so`);
  expect(await storage.knowledgeChanges.read(mine)).toMatchObject({ state: 'proposed' });
});

test('what stands elsewhere in the file is put on top of what somebody else published', async () => {
  const start = text();
  const mine = await proposed(start.replace('GP price', 'What a GP visit costs'), ben);
  await curation.publish(await proposed(phrased('ada asks it so')), ada);
  expect(await curation.publish(mine, ben)).toMatchObject({ kind: 'changed-meanwhile' });
  const anew = await curation.rebase(mine, ben);
  expect(await curation.publish(anew ?? '', ben)).toMatchObject({ kind: 'published' });
  expect(text()).toContain('ada asks it so');
  expect(text()).toContain('What a GP visit costs');
  expect(await storage.knowledgeChanges.read(mine)).toMatchObject({ state: 'dropped' });
});

test('a file that could not be read any more is refused with the line', async () => {
  const before = text();
  const id = await proposed(text().replace('title: ', 'titel: '));
  expect(await curation.publish(id, ada)).toMatchObject({
    kind: 'broken',
    problems: expect.arrayContaining([expect.objectContaining({ file, line: 1, field: '' })]) as unknown,
  });
  expect(text()).toBe(before);
});

test('a file that another one names cannot be taken away', async () => {
  const outcome = await curation.propose({
    files: [{ file: 'rates/gp-visit.yaml', after: null }],
    author: ada,
    reason: 'gone',
  });
  const id = outcome.kind === 'proposed' ? outcome.id : '';
  expect(await curation.publish(id, ada)).toMatchObject({ kind: 'broken' });
});

describe('a change of several files', () => {
  const renamed = () => [
    { file: topic, after: readFileSync(join(folder, topic), 'utf8').replace(/reviewed: .*/, 'reviewed: 2026-11-20') },
    { file, after: text().replace('GP price', 'What a GP visit costs') },
  ];

  test('is published at once, comes back at once, and is one patch', async () => {
    const stood = [topic, file].map((name) => curation.read(name));
    const outcome = await curation.propose({ files: renamed(), author: ada, reason: 'clearer' });
    const id = outcome.kind === 'proposed' ? outcome.id : '';
    expect([topic, file].map((name) => curation.read(name))).toEqual(stood);
    expect(await curation.publish(id, ben)).toMatchObject({ kind: 'published' });
    expect(text()).toContain('What a GP visit costs');
    expect(curation.read(topic)).toContain('reviewed: 2026-11-20');
    const [change] = await storage.knowledgeChanges.list({ state: 'published', file: topic }, 5);
    expect(change).toMatchObject({ id, files: [{ file: topic }, { file }] });
    expect(patchOf([change!]).match(/^\+\+\+ .*/gm)).toEqual([`+++ b/knowledge/${topic}`, `+++ b/knowledge/${file}`]);
    const back = await curation.bringBack(id, 'before', ben, 'not so');
    await curation.publish(back.kind === 'proposed' ? back.id : '', ben);
    expect([topic, file].map((name) => curation.read(name))).toEqual(stood);
  });

  test('is not published by halves: one file that somebody else changed keeps all as they are', async () => {
    const outcome = await curation.propose({ files: renamed(), author: ada, reason: 'clearer' });
    const id = outcome.kind === 'proposed' ? outcome.id : '';
    await curation.publish(await proposed(phrased('ben asks it so'), ben), ben);
    const stood = curation.read(topic);
    expect(await curation.publish(id, ada)).toMatchObject({ kind: 'changed-meanwhile', theirs: { author: ben } });
    expect(curation.read(topic)).toBe(stood);
    const anew = await curation.rebase(id, ada);
    expect(await curation.publish(anew ?? '', ada)).toMatchObject({ kind: 'published' });
    expect(text()).toContain('ben asks it so');
    expect(text()).toContain('What a GP visit costs');
  });

  test('a new topic, with its answers in the languages that texts are written in', async () => {
    const text = { title: 'Pianos', answer: 'Ask the desk. [S4-04]', later: [], phrasings: ['where do pianos sleep'] };
    const texts = { en: text, fr: { ...text, title: 'Les pianos' } };
    const draft = { kind: 'answer', topic: 'costs', followUps: [], from: '', until: '', later: [], texts } as const;
    const written = writeAnswer(draft, 'pianos', { standing: () => null, reviewed: day('2026-11-22') });
    const files = [...written].map(([name, after]) => ({ file: name, before: null, after }));
    const outcome = await curation.propose({ files, author: ada, reason: 'asked' });
    expect(await curation.publish(outcome.kind === 'proposed' ? outcome.id : '', ben)).toMatchObject({
      kind: 'published',
    });
    const { knowledge, problems } = readKnowledge(folder, forms);
    expect(problems).toEqual([]);
    expect(knowledge?.answers.get('pianos')).toMatchObject({
      kind: 'answer',
      facts: ['S4-04'],
      title: { fr: 'Les pianos' },
      text: { en: { answer: 'Ask the desk. [S4-04]\n' } },
    });
  });
});

test('where a second approval is asked for, the author alone does not publish', async () => {
  curation = open(true);
  const id = await proposed(phrased('ada asks it so'));
  expect(await curation.publish(id, ada)).toEqual({ kind: 'own' });
  expect(await curation.publish(id, ben)).toMatchObject({ kind: 'published' });
  expect(await curation.publish(id, ben)).toEqual({ kind: 'not-open' });
});

test('any version comes back with its comments', async () => {
  const start = text();
  const id = await proposed(`# checked with the desk\n${phrased('ada asks it so')}`);
  await curation.publish(id, ada);
  const after = text();
  for (const [side, expected] of [
    ['before', start],
    ['after', after],
  ] as const) {
    const back = await curation.bringBack(id, side, ben, 'try again');
    await curation.publish(back.kind === 'proposed' ? back.id : '', ben);
    expect(text()).toBe(expected);
  }
  expect(after).toMatch(/^# checked with the desk/);
  expect(await curation.bringBack(id, 'after', ben, 'again')).toEqual({ kind: 'unchanged' });
});

test('a proposal takes further files, gives up what changes nothing, and is published as it was seen', async () => {
  const id = await proposed(phrased('doc bill how much'));
  const seen = (await storage.knowledgeChanges.read(id))?.at;
  const french = 'languages/fr/answers/gp.yaml';
  const more = {
    files: [{ file: french, after: withPhrasing(curation.read(french) ?? '', french, '', 'ça douille ?') }],
  };
  curation = open(false, new Date(noon.getTime() + 1000));
  expect(await curation.amend(id, { ...more, author: ben, reason: 'and in French' })).toBe(id);
  expect(await storage.knowledgeChanges.read(id)).toMatchObject({
    files: [{ file }, { file: french }],
    author: ben,
    reason: 'and in French',
  });
  expect(await curation.publish(id, ada, seen)).toEqual({ kind: 'amended' });
  const undone = { files: [{ file, after: text(), before: phrased('doc bill how much') }], author: ben, reason: '' };
  await curation.amend(id, undone);
  expect((await storage.knowledgeChanges.read(id))?.files.map((one) => one.file)).toEqual([french]);
  expect(await curation.publish(id, ada)).toMatchObject({ kind: 'published' });
  expect(await curation.amend(id, undone)).toBeNull();
});

test('the same text is no proposal, and a dropped one cannot be published', async () => {
  const files = [{ file, after: text().replaceAll('\n', '\r\n') }];
  expect(await curation.propose({ files, author: ada, reason: '' })).toEqual({ kind: 'unchanged' });
  const id = await proposed(phrased('ada asks it so'));
  expect(await curation.drop(id, ben)).toBe('dropped');
  expect(await curation.publish(id, ada)).toEqual({ kind: 'not-open' });
});

describe('what is no file of the knowledge is refused', () => {
  test.each([
    '../package.json',
    'topics/../../x.yaml',
    'topics/x.yml',
    'languages/../answers/x.yaml',
    'languages/en/answers/../../../x.yaml',
    'languages/eng/reading.yaml',
    'languages/en/danger.jsonl',
    'answers/gp-price.yaml',
    '/etc/passwd',
    'questions/open-en.yaml',
    'topics/a/b.yaml',
    'languages/en/dictionary.bloom',
    'topics/.yaml',
    'eligibility/d24.yaml',
    'eligibility/D24x.yaml',
  ])('%s', async (path) => {
    await expect(
      curation.propose({ files: [{ file: path, after: 'x: 1' }], author: ada, reason: '' }),
    ).rejects.toMatchObject({
      code: 'input/invalid',
    });
  });
});

test('what was published is one patch that git takes', async () => {
  const clean = join(root, 'clean');
  cpSync(folder, join(clean, 'knowledge'), { recursive: true });
  await curation.publish(await proposed(phrased('ada asks it so')), ada);
  await curation.publish(await proposed(phrased('ben asks it so')), ben);
  const patch = patchOf(await storage.knowledgeChanges.list({ state: 'published' }, 100));
  writeFileSync(join(root, 'changes.patch'), patch);
  execFileSync('git', ['init', '-q'], { cwd: clean });
  execFileSync('git', ['apply', '--check', '../changes.patch'], { cwd: clean });
  execFileSync('git', ['apply', '../changes.patch'], { cwd: clean });
  expect(readFileSync(join(clean, 'knowledge', file), 'utf8')).toBe(text());
});
