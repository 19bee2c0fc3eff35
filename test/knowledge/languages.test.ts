import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { parseDocument } from 'yaml';
import { day } from '../../src/core/day.ts';
import { hashOfText } from '../../src/knowledge/hash-of-text.ts';
import { lintKnowledge } from '../../src/knowledge/lint/lint.ts';
import { readKnowledge } from '../../src/knowledge/load.ts';
import type { Problem } from '../../src/knowledge/problem.ts';
import { aFolder, cardAnswer, copyInTwoLanguages } from './a-folder.ts';

const folder = aFolder();
const english = 'languages/en/answers/card.yaml';
const french = 'languages/fr/answers/card.yaml';

const read = (changes: Readonly<Record<string, string | null>>, from = folder): readonly Problem[] =>
  readKnowledge(from, forms, new Map(Object.entries(changes))).problems;

describe('a file of a language that is missing, empty or broken is one finding, which names it', () => {
  const files = [
    ...['vocabulary', 'reading', 'privacy', 'phrases/eligibility', 'phrases/values', 'phrases/test'],
    ...['answers/card', 'answers/gp'],
  ].map((name) => `languages/fr/${name}.yaml`);

  test.each(files)('%s', (file) => {
    expect(read({ [file]: null })).toMatchObject([{ file, line: null, message: /^there must be such a file/ }]);
    expect(read({ [file]: 'title: [\n' })).toMatchObject([{ file, message: /^not YAML/ }]);
  });

  test('of the whole knowledge of the project, every one that a language needs', () => {
    const whole = mkdtempSync(join(tmpdir(), 'guichet-whole-'));
    copyInTwoLanguages(whole);
    onTestFinished(() => {
      rmSync(whole, { recursive: true });
    });
    const { shelves, problems } = readKnowledge(whole, forms);
    expect(problems).toEqual([]);
    const held = [
      shelves.answers,
      shelves.phrases,
      shelves.privacy,
      shelves.reading,
      shelves.hearing,
      shelves.vocabulary,
    ];
    const ofFrench = held.flatMap((shelf) => [...shelf.values()].map(({ file }) => file.path)).filter(isFrench);
    expect(ofFrench.length).toBeGreaterThan(150);
    // Each kind once: reading them all takes a second.
    const one = [...Map.groupBy(ofFrench, (path) => path.split('/').slice(0, 3).join('/')).values()];
    for (const [file = ''] of one) expect([file, read({ [file]: null }, whole)]).toMatchObject([file, [{ file }]]);
  });
});

describe('a key that one language lacks is named in its file', () => {
  /** The file with the field's key gone. */
  const without = (file: string, ...key: readonly string[]): Record<string, string> => {
    const document = parseDocument(readFileSync(join(folder, file), 'utf8'));
    expect(document.deleteIn(key)).toBe(true);
    return { [file]: document.toString() };
  };

  test.each([
    ['the values of a field', 'languages/fr/hearing.yaml', ['values', 'work']],
    ['one value of a field', 'languages/en/hearing.yaml', ['values', 'way', 'here']],
    ['the ways to speak of a field', 'languages/fr/reading.yaml', ['fields', 'age']],
    ['a unit', 'languages/fr/vocabulary.yaml', ['units', 'months']],
  ])('%s', (_, file, [field = '', ...key]) => {
    const problems = read(without(file, field, ...key));
    expect(problems).toMatchObject([{ file, field: expect.stringContaining(field) as string }]);
    expect(problems[0]?.message).toMatch(/^missing here, but another language has: /);
    expect(problems[0]?.message).toContain(key.at(-1));
  });

  test.each(['privacy', 'reading', 'hearing'])('a whole part of %s', (name) => {
    const file = `languages/fr/${name}.yaml`;
    expect(read({ [file]: '{}\n' }).every((problem) => problem.file === file)).toBe(true);
  });
});

test('a language that the desk begins to speak: every file is named, once', () => {
  const desk = {
    'desk.yaml': readFileSync(join(folder, 'desk.yaml'), 'utf8').replace(
      'languages: [en, fr]',
      'languages: [en, fr, nl]',
    ),
  };
  const missing = read(desk).filter(({ message }) => message.startsWith('there must be such a file'));
  expect(missing.map(({ file }) => file).sort()).toEqual(
    [
      'answers/card.yaml',
      'answers/gp.yaml',
      'danger.jsonl',
      'hearing.yaml',
      'person.yaml',
      'phrases/eligibility.yaml',
      'phrases/test.yaml',
      'phrases/values.yaml',
      'privacy.yaml',
      'reactions.yaml',
      'reading.yaml',
      'safety.yaml',
      'vocabulary.yaml',
    ].map((name) => `languages/nl/${name}`),
  );
});

describe('the staff room speaks the languages that desk.yaml names for it', () => {
  const desk = readFileSync(join(folder, 'desk.yaml'), 'utf8');
  const named = 'staffLanguages: [en, fr]\n';
  const spoken = (changes: Readonly<Record<string, string | null>>) =>
    readKnowledge(folder, forms, new Map(Object.entries(changes))).knowledge?.staffLanguages;
  const [english, french] = ['en', 'fr'].map((language) => `languages/${language}/phrases/account.yaml`) as [
    string,
    string,
  ];

  test('only those need its sentences', () => {
    const changes = { 'desk.yaml': desk.replace(named, 'staffLanguages: [fr]\n'), [english]: null };
    expect(read(changes)).toEqual([]);
    expect(spoken(changes)).toEqual(['fr']);
    expect(read({ [english]: null })).toMatchObject([{ file: english, message: /^there must be such a file/ }]);
  });

  test.each([
    ['named nowhere: those in which it is written', { [french]: null }, ['en']],
    ['named nowhere, and both are written', {}, ['en', 'fr']],
    ['written nowhere: the desk has one nevertheless', { [english]: null, [french]: null }, ['en']],
  ])('%s', (_, changes, expected) => {
    expect(spoken({ 'desk.yaml': desk.replace(named, ''), ...changes })).toEqual(expected);
  });

  test('nobody can sign in where no language says how', () => {
    expect(read({ 'desk.yaml': desk.replace(named, ''), [english]: null, [french]: null })).toMatchObject([
      { file: english, message: /^there must be such a file/ },
    ]);
  });

  test('a language that the desk does not speak is named', () => {
    expect(read({ 'desk.yaml': desk.replace(named, 'staffLanguages: [en, nl]\n') })).toContainEqual(
      expect.objectContaining({
        file: 'desk.yaml',
        field: 'staffLanguages',
        message: expect.stringMatching(/^nl: /) as string,
      }),
    );
  });
});

test('what students read of colleagues goes on being said in the words of a folder that has it elsewhere', () => {
  const staff = 'languages/en/phrases/staff.yaml';
  const { knowledge } = readKnowledge(folder, forms, new Map([[staff, "said: { reply: '— Ann of our desk' }\n"]]));
  expect(knowledge?.phrases['en']?.['colleague']).toEqual({ reply: '— Ann of our desk' });
});

test('an answer to no topic is a finding, and so is a topic that nobody answers', () => {
  expect(read({ 'topics/card.yaml': null, 'topics/gp.yaml': gpAlone() })).toMatchObject([
    { file: english, message: /^no topics\/card\.yaml/ },
    { file: french, message: /^no topics\/card\.yaml/ },
  ]);
  const topic = 'kind: answer\ntopic: card\nreviewed: 2026-11-20\n';
  expect(read({ 'topics/new.yaml': topic }).map(({ file }) => file)).toEqual([
    'languages/en/answers/new.yaml',
    'languages/fr/answers/new.yaml',
  ]);
});

test('a topic that cannot be read is the one finding: what names it is right', () => {
  const changes = cardAnswer('kind: answer', 'kind: rumour');
  expect(read(changes)).toMatchObject([{ file: 'topics/card.yaml', field: 'kind' }]);
});

describe('who checked a translation, against which text', () => {
  const source = readKnowledge(folder, forms).shelves.answers.get('en/card')?.value.answer ?? '';
  const checked = (of: string) =>
    cardAnswer('title: En attendant la carte', `checked: { by: Zoé, on: 2026-11-20, of: ${of} }\ntitle: En attendant`);

  test('the text as it stands: nothing to do', () => {
    expect(lintKnowledge(aFolder(checked(hashOfText(source))), forms, day('2026-11-30'))).toEqual([]);
  });

  test('a text that was changed since: somebody looks again', () => {
    const [finding, ...others] = lintKnowledge(aFolder(checked('0123456789abcdef')), forms, day('2026-11-30'));
    expect(finding).toMatchObject({ rule: 'checked', file: french, line: 1, field: 'checked.of' });
    expect(finding?.message).toContain(`write \`of: '${hashOfText(source)}'\``);
    expect(others).toEqual([]);
  });

  test('spaces and line ends do not count', () => {
    expect(hashOfText('a  b\r\n')).toBe(hashOfText('a b'));
    expect(hashOfText('a b')).not.toBe(hashOfText('a c'));
  });
});

function isFrench(path: string): boolean {
  return path.startsWith('languages/fr/');
}

function gpAlone(): string {
  return 'kind: answer\ntopic: costs\nreviewed: 2026-11-21\nfacts: [S2-18, X-30]\n';
}
