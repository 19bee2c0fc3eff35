import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { knowledgeAt } from '../../src/assembly/load-knowledge.ts';
import { parse } from 'yaml';
import { loadKnowledge, readKnowledge } from '../../src/knowledge/load.ts';
import { migrateFolder, planMigration } from '../../src/knowledge/migrate/migrate-folder.ts';
import { isNothing } from '../../src/knowledge/migrate/plan.ts';
import { inSecondLayout } from '../../src/knowledge/migrate/second-layout.ts';
import { told } from '../../src/knowledge/migrate/told.ts';
import { earlierKnowledge } from '../upgrade/earlier-installation.ts';

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'guichet-migrate-'));
  folder = earlierKnowledge(root);
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const everything = (of: string) =>
  new Map(
    readdirSync(of, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(of.length + 1), readFileSync(file)] as const),
  );
/** The same to be compared: byte by byte, a sign each. */
const bytesOf = (of: string) => new Map([...everything(of)].map(([file, bytes]) => [file, bytes.toString('latin1')]));

test('a folder of version 0.1.0 is read, and every topic says and is asked what it was', () => {
  const before = everything(folder);
  migrateFolder(folder, 'knowledge');
  const knowledge = loadKnowledge(folder, forms);
  const answers = [...before].filter(([path]) => path.startsWith('answers/'));
  expect(answers.length).toBeGreaterThan(150);
  for (const [path, bytes] of answers) {
    const { title, text, ...about } = parse(bytes.toString()) as Record<string, object>;
    const now = knowledge.answers.get(path.slice('answers/'.length, -'.yaml'.length));
    expect(now).toMatchObject({ title, text, ...about });
  }
  for (const [path, bytes] of before) {
    if (path.startsWith('rates/') || path.startsWith('questions/'))
      expect([path, read(path)]).toEqual([path, bytes.toString()]);
  }
  // Opening hours are data now; all else of the desk is as it was written, the words of its comments as well.
  const withoutHours = (text: string) =>
    text.replace(/^ {2}(hours|opening):.*\n(?: {4}.*\n)*/m, '').replaceAll(/\{ | \}/g, (brace) => brace.trim());
  expect(withoutHours(read('desk.yaml'))).toBe(withoutHours(String(before.get('desk.yaml'))));
  expect(knowledge.desk.contact.opening?.week.map((periods) => periods.length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
  expect(read('languages/fr/reading.yaml')).toBe(before.get('reading/fr.yaml')?.toString());
  expect(knowledge.vectors['en']).toBeDefined();
  expect(existsSync(join(folder, 'answers'))).toBe(false);
});

test('a folder of today’s layout that lacks what came later is supplied with it, and keeps its own words', async () => {
  const behind = join(root, 'behind');
  cpSync('knowledge', behind, { recursive: true });
  for (const language of ['ar', 'de', 'en', 'es', 'fr', 'it', 'pt', 'zh'])
    rmSync(join(behind, `languages/${language}/person.yaml`));
  for (const language of ['en', 'fr']) rmSync(join(behind, `languages/${language}/reactions.yaml`));
  rmSync(join(behind, 'eligibility/D32.yaml'));
  const change = (path: string, was: RegExp, now: string) => {
    const text = readFileSync(join(behind, path), 'utf8');
    expect(text).toMatch(was);
    writeFileSync(join(behind, path), text.replace(was, now));
  };
  change('languages/en/phrases/conversation.yaml', /^nothing-to-read: .*$/m, 'nothing-to-read: Our own words.');
  change('languages/en/phrases/conversation.yaml', /^left-out: .*\n/m, '');
  change('guidance.yaml', /^ {2}send-contract: .*\n/m, '');
  const refused = await knowledgeAt(behind, join(behind, '..', 'cache')).catch((problem: unknown) => problem);
  expect(String(refused)).toContain('guichet knowledge migrate DIR');

  migrateFolder(behind, 'knowledge');
  const knowledge = loadKnowledge(behind, forms);
  expect(Object.keys(knowledge.person)).toHaveLength(8);
  const said = parse(readFileSync(join(behind, 'languages/en/phrases/conversation.yaml'), 'utf8')) as object;
  expect(said).toMatchObject({ 'nothing-to-read': 'Our own words.', 'left-out': expect.any(String) as string });
  expect(isNothing(planMigration(behind, 'knowledge'))).toBe(true);
});

test('the old folder is kept as it was, byte for byte', () => {
  const before = bytesOf(folder);
  const { before: kept } = migrateFolder(folder, 'knowledge');
  expect(bytesOf(kept ?? '')).toEqual(before);
});

test('an old folder stops the start with one problem that says what to do', () => {
  expect(readKnowledge(folder, forms)).toMatchObject({
    knowledge: null,
    problems: [
      { code: 'knowledge/old-layout', message: expect.stringContaining('guichet knowledge migrate DIR') as string },
    ],
  });
  expect(() => loadKnowledge(folder, forms)).toThrow(/guichet knowledge migrate DIR/);
});

test("a school's own files stay, its own words too, and what is no file of the knowledge is named", () => {
  write('notes/meeting.md', '# ours\n');
  write('answers/README.md', 'how we write\n');
  write('offers/school.yaml', read('offers/aaa.yaml').replaceAll('id: ', 'id: our-').replace('desk: ', 'desk: our '));
  write('phrases/en/conversation.yaml', read('phrases/en/conversation.yaml').replace(/^hello.*$/m, '$& # ours'));
  const own = read('phrases/en/conversation.yaml');
  const { plan } = migrateFolder(folder, 'knowledge');
  expect(plan.unknown).toEqual(['answers/README.md', 'notes/meeting.md']);
  expect(told(plan)).toContain('notes/meeting.md: no file of the knowledge; it stays where it is');
  expect(read('notes/meeting.md')).toBe('# ours\n');
  expect(read('answers/README.md')).toBe('how we write\n');
  expect(parse(read('languages/en/phrases/conversation.yaml'))).toMatchObject(parse(own) as object);
  expect(existsSync(join(folder, 'offers/school.yaml'))).toBe(true);
});

test('what this version reads in another form is replaced, named, and kept in the old folder', () => {
  write('reading/fr.yaml', `${read('reading/fr.yaml')}oldWay: [hier]\n`);
  const { plan, before } = migrateFolder(folder, 'knowledge');
  expect(plan.replaced).toEqual([
    'languages/en/privacy.yaml',
    'languages/fr/privacy.yaml',
    'languages/fr/reading.yaml',
  ]);
  expect(told(plan).join('\n')).toContain('languages/fr/reading.yaml: this version reads another form of it');
  expect(read('languages/fr/reading.yaml')).toBe(readFileSync('knowledge/languages/fr/reading.yaml', 'utf8'));
  expect(readFileSync(join(before ?? '', 'reading/fr.yaml'), 'utf8')).toContain('oldWay');
  expect(readKnowledge(folder, forms).problems).toEqual([]);
});

test('a topic that a school took away does not come back', () => {
  rmSync(join(folder, 'answers/joke.yaml'));
  migrateFolder(folder, 'knowledge');
  expect(existsSync(join(folder, 'topics/joke.yaml'))).toBe(false);
});

describe('nothing is done', () => {
  test('by a dry run', () => {
    const before = bytesOf(root);
    expect(told(planMigration(folder, 'knowledge'))).toContain(
      'answers/joke.yaml → topics/joke.yaml, languages/en/answers/joke.yaml, languages/fr/answers/joke.yaml',
    );
    expect(bytesOf(root)).toEqual(before);
  });

  test('to a folder in the layout of this version', () => {
    migrateFolder(folder, 'knowledge');
    const before = bytesOf(folder);
    expect(told(planMigration(folder, 'knowledge'))).toEqual(['nothing to do: the folder is in this layout']);
    expect(told(planMigration('knowledge', 'knowledge'))).toEqual(['nothing to do: the folder is in this layout']);
    expect(migrateFolder(folder, 'knowledge').before).toBeNull();
    expect(bytesOf(folder)).toEqual(before);
  });

  test('where an earlier one has left its folder, which would be lost', () => {
    mkdirSync(`${folder}.before-migrate`);
    const before = bytesOf(root);
    expect(() => migrateFolder(folder, 'knowledge')).toThrow(/before-migrate is there from an earlier migration/);
    expect(bytesOf(root)).toEqual(before);
  });

  test('to what is no folder of knowledge', () => {
    expect(() => planMigration(root, 'knowledge')).toThrow(/holds no desk\.yaml/);
  });
});

test('one that was stopped half-way is done again from the start', () => {
  mkdirSync(`${folder}.migrating/answers`, { recursive: true });
  writeFileSync(`${folder}.migrating/answers/half.yaml`, 'kind: ans');
  migrateFolder(folder, 'knowledge');
  expect(existsSync(`${folder}.migrating`)).toBe(false);
  expect(readKnowledge(folder, forms).problems).toEqual([]);
});

test('the command says what it did, and that nothing is left to mend', () => {
  const run = (...args: string[]) =>
    execFileSync(process.execPath, ['src/main.ts', 'knowledge', 'migrate', folder, ...args], { encoding: 'utf8' });
  expect(run('--dry-run')).toContain('reading/en.yaml → languages/en/reading.yaml\n');
  expect(existsSync(join(folder, 'reading/en.yaml'))).toBe(true);
  expect(run()).toContain(`as it was it is kept as ${folder}.before-migrate`);
  expect(run()).toBe('nothing to do: the folder is in this layout\n');
});

describe('one answer becomes a topic and a file a language', () => {
  const old = `# the desk asked for it
kind: answer # of ours
topic: card
title: { en: Waiting, fr: "En attendant" }
reviewed: 2026-11-20
# said in two languages
text:
  # as students write
  en:
    answer: |
      Post it. [S4-41]

      Then wait. [X-30, S4-41]
    phrasings:
      - no card yet # seen in October
      - 'where: is it'
  # more in French
  fr: # by a colleague
    answer: 'Postez-la. [S4-41]'
    phrasings: [pas de carte]
    remark: ours
colour: blue
# at the end
`;
  const files = inSecondLayout('answers/card.yaml', old) ?? new Map<string, string>();

  test('with its texts, facts and comments; what nobody knows stays with its file', () => {
    expect([...files]).toEqual([
      [
        'topics/card.yaml',
        `# the desk asked for it
kind: answer # of ours
topic: card
reviewed: 2026-11-20
colour: blue
facts: [S4-41, X-30]

# at the end
# said in two languages
# as students write
`,
      ],
      [
        'languages/en/answers/card.yaml',
        `title: Waiting
answer: |
  Post it. [S4-41]

  Then wait. [X-30, S4-41]
phrasings:
  - no card yet # seen in October
  - 'where: is it'
`,
      ],
      [
        'languages/fr/answers/card.yaml',
        `# more in French
# by a colleague

title: "En attendant"
answer: 'Postez-la. [S4-41]'
phrasings: [pas de carte]
remark: ours
`,
      ],
    ]);
  });

  test.each([
    ['no YAML', 'kind: ['],
    ['no answer', 'kind: answer\n'],
    ['a language that is none', 'title: { english: A }\ntext: { english: { answer: a } }\n'],
    ['a text that is none', 'title: { en: A }\ntext: { en: a }\n'],
  ])('but not %s: it stays whole', (_, text) => {
    expect(inSecondLayout('answers/card.yaml', text)).toBeNull();
  });
});
