import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { phraseOf, rowIds } from '../../src/core/eligibility/index.ts';
import { readFiles } from '../../src/knowledge/files.ts';
import type { Shelves } from '../../src/knowledge/kinds.ts';
import { readKnowledge } from '../../src/knowledge/load.ts';
import type { Problem } from '../../src/knowledge/problem.ts';
import { checkCited } from '../../src/knowledge/references/cited.ts';
import { checkLanguages } from '../../src/knowledge/references/languages.ts';
import { phrasesFile } from '../../src/knowledge/layout.ts';
import { checkNames } from '../../src/knowledge/references/names.ts';
import { checkRows } from '../../src/knowledge/references/rows.ts';
import type { PhraseTree } from '../../src/voice/content.ts';
import { aFolder } from './a-folder.ts';

const folder = aFolder();
const whole = readKnowledge(folder, forms);
/** The files of the folder that what is tested here needs. */
const files = readFiles(folder).map(({ path }) => path);

test('each row of the table is complete', () => {
  expect(whole.problems).toEqual([]);
  expect(found(whole.shelves)).toEqual([]);
});

describe('a sentence that is missing in one language is one finding, which names it and who says it', () => {
  test.each(['en', 'fr'])('in %s, every sentence of every row', (language) => {
    const needed = sentences();
    expect(needed.length).toBeGreaterThan(150);
    const wrong = needed.flatMap((key) => {
      const problems = found(withoutSentence(language, key));
      return isOneAt(problems, `languages/${language}/phrases/eligibility.yaml`, key) ? [] : [{ key, problems }];
    });
    expect(wrong).toEqual([]);
  });

  test('in both languages it is one in each', () => {
    const [en, fr] = ['en', 'fr'].map((language) => withoutSentence(language, 'row.D29').phrases);
    const phrases = new Map([...whole.shelves.phrases, ['en/eligibility', en!.get('en/eligibility')!]]);
    phrases.set('fr/eligibility', fr!.get('fr/eligibility')!);
    expect(found({ ...whole.shelves, phrases }).map(({ file, field }) => [file, field])).toEqual([
      ['languages/en/phrases/eligibility.yaml', 'row.D29'],
      ['languages/fr/phrases/eligibility.yaml', 'row.D29'],
    ]);
  });

  test.each([
    ['one language', ['fr'], 'languages/fr/phrases/eligibility.yaml'],
    ['every language', ['en', 'fr'], 'languages/en/phrases/eligibility.yaml'],
  ])('no sentences at all in %s is one thing to mend', (_, languages, file) => {
    const phrases = new Map(whole.shelves.phrases);
    for (const language of languages) phrases.delete(`${language}/eligibility`);
    const gone = languages.map((language) => phrasesFile(language, 'eligibility'));
    const left = files.filter((path) => !gone.includes(path));
    expect(found({ ...whole.shelves, phrases }, left)).toMatchObject([{ file }]);
  });
});

describe('a piece that is missing is one finding, which names it', () => {
  test.each(rowIds)('the file of %s', (id) => {
    const eligibility = new Map([...whole.shelves.eligibility].filter(([row]) => row !== id));
    const problems = found(
      { ...whole.shelves, eligibility },
      files.filter((file) => !file.includes(id)),
    );
    expect(problems).toMatchObject([{ code: 'knowledge/invalid-file', file: `eligibility/${id}.yaml` }]);
  });

  test('all files of rows, as in a folder from before there were any', () => {
    expect(
      found(
        { ...whole.shelves, eligibility: new Map() },
        files.filter((path) => !path.startsWith('eligibility/')),
      ),
    ).toMatchObject([
      { file: 'eligibility/<row>.yaml', message: expect.stringMatching(/must be such a file/) as string },
    ]);
  });

  // A row of which nothing is too sure has no other headlines.
  test.each(Object.keys(parse(rowText('D24')) as object).filter((field) => field !== 'headlines'))(
    '%s of a row',
    (field) => {
      const rest = stringify(without(field, parse(rowText('D24')) as object));
      expect(read({ 'eligibility/D24.yaml': rest })).toMatchObject([{ file: 'eligibility/D24.yaml', field }]);
    },
  );

  test('every item of the guidance, however many rows name it', () => {
    const wrong = guidanceItems().flatMap(({ kind, id }) => {
      const problems = found(withoutItem(kind, id));
      const [first] = problems;
      const named = first?.code === 'knowledge/unknown-reference' && first.message.includes(`no ${id} under "${kind}"`);
      return problems.length === 1 && named ? [] : [{ kind, id, problems }];
    });
    expect(wrong).toEqual([]);
  });

  test('every item that one row alone names, taken from that row', () => {
    const alone = guidanceItems().filter(({ kind, id }) => rowsNaming(kind, id).length === 1);
    expect(alone.length).toBeGreaterThan(40);
    const wrong = alone.flatMap(({ kind, id }) => {
      const problems = found(withoutMention(kind, id));
      return isOneAt(problems, 'guidance.yaml', `${kind}.${id}`) ? [] : [{ kind, id, problems }];
    });
    expect(wrong).toEqual([]);
  });
});

describe('a file that cannot stand is one finding', () => {
  const d24 = rowText('D24');
  const guidance = readFileSync('knowledge/guidance.yaml', 'utf8');

  test.each<[string, Record<string, string | null>, string, string, RegExp]>([
    ['no guidance', { 'guidance.yaml': null }, 'guidance.yaml', '', /must be such a file/],
    [
      'a guidance without facts for a paper',
      { 'guidance.yaml': guidance.replace('identity: { facts: [S4-11, S3-12, X-24] }', 'identity: {}') },
      'guidance.yaml',
      'papers.identity.facts',
      /array/,
    ],
    ['a row that is no YAML', { 'eligibility/D24.yaml': 'outcome: [' }, 'eligibility/D24.yaml', '', /not YAML/],
    [
      'a circumstance that the core does not know',
      { 'guidance.yaml': guidance.replace('when: [low-income, css-open]', 'when: [rich]') },
      'guidance.yaml',
      'addOns.A3.when[0]',
      /"low-income"/,
    ],
    [
      'a fact that the ledger lacks',
      { 'eligibility/D24.yaml': d24.replace('S2-07', 'S2-97') },
      'eligibility/D24.yaml',
      'because[0].facts[0]',
      /no fact S2-97/,
    ],
    [
      'a conflict that is not there',
      { 'eligibility/D24.yaml': d24.replace('flag: C-08', 'flag: C-98') },
      'eligibility/D24.yaml',
      'remarks[0].flag',
      /no conflict C-98 in conflicts\.yaml/,
    ],
    [
      'a remark that says nothing',
      { 'eligibility/D24.yaml': d24.replace('{ flag: C-08 }', '{ when: [european] }') },
      'eligibility/D24.yaml',
      'remarks[0]',
      /a "flag", an "open" point, or both/,
    ],
    [
      'a place that is not there',
      { 'guidance.yaml': guidance.replace('place: ameli', 'place: amelie') },
      'guidance.yaml',
      'steps.open-ameli.place',
      /no place amelie in places\.yaml/,
    ],
    [
      'a fact of a document that is not listed',
      { 'facts.yaml': `${readFileSync('knowledge/facts.yaml', 'utf8')}S5-01: { topic: x, fact: Something new. }\n` },
      'facts.yaml',
      'S5-01',
      /no document S5 in sources\.yaml/,
    ],
  ])('%s', (_, changes, file, field, message) => {
    const problems = read(changes);
    expect(problems).toMatchObject([{ file, field }]);
    expect(problems[0]?.message).toMatch(message);
  });
});

test('a new row that is a file alone: its condition and its sentences are named', () => {
  const problems = read({ 'eligibility/D99.yaml': rowText('D24') });
  expect(problems.map(({ file, field, message }) => [file, field, message])).toEqual([
    ['languages/en/phrases/eligibility.yaml', 'row.D99', 'there must be such a sentence: eligibility/D99.yaml says it'],
    ['languages/fr/phrases/eligibility.yaml', 'row.D99', 'there must be such a sentence: eligibility/D99.yaml says it'],
    [
      'eligibility/D99.yaml',
      '',
      'no row D99 in src/core/eligibility/table.ts: add its condition, or take the file away',
    ],
  ]);
});

test('a sixth document is an entry of sources.yaml and its facts', () => {
  const s4 = (parse(readFileSync('knowledge/sources.yaml', 'utf8')) as Record<string, unknown>)['S4'];
  const sixth = {
    'sources.yaml': `${readFileSync('knowledge/sources.yaml', 'utf8')}${stringify({ S12: s4 })}`,
    'facts.yaml': `${readFileSync('knowledge/facts.yaml', 'utf8')}S12-101: { topic: card, fact: Something new. }\n`,
    'eligibility/D24.yaml': rowText('D24').replace('[S2-07]', '[S2-07, S12-101]'),
  };
  expect(read(sixth)).toEqual([]);
});

function found(shelves: Shelves, paths: readonly string[] = files): readonly Problem[] {
  const knowledge = whole.knowledge!;
  return [
    ...checkLanguages(shelves, knowledge, new Set(paths)),
    ...checkNames(shelves, knowledge, new Set(paths)),
    ...checkCited(shelves, knowledge),
    ...checkRows(shelves, new Set(paths)),
  ];
}

function read(changes: Readonly<Record<string, string | null>>): readonly Problem[] {
  return readKnowledge(folder, forms, new Map(Object.entries(changes))).problems;
}

function isOneAt(problems: readonly Problem[], file: string, field: string): boolean {
  return problems.length === 1 && problems[0]?.file === file && problems[0].field === field;
}

function rowText(id: string): string {
  return readFileSync(`knowledge/eligibility/${id}.yaml`, 'utf8');
}

/** The keys under which rows are said, from the phrases themselves: each is there because a row or the guidance needs it. */
function sentences(): readonly string[] {
  const phrases = whole.shelves.phrases.get('en/eligibility')!.value;
  const groups = ['row', ...Object.values(phraseOf), 'addOn', 'conflict', 'notComputed'];
  return groups.flatMap((group) => Object.keys(phrases[group] as PhraseTree).map((key) => `${group}.${key}`));
}

function withoutSentence(language: string, key: string): Shelves {
  const held = whole.shelves.phrases.get(`${language}/eligibility`)!;
  const [group = '', id = ''] = key.split('.');
  const rest = without(id, held.value[group] as PhraseTree);
  const phrases = new Map(whole.shelves.phrases);
  phrases.set(`${language}/eligibility`, { ...held, value: { ...held.value, [group]: rest } });
  return { ...whole.shelves, phrases };
}

function without<T extends object>(key: string, held: T): T {
  return Object.fromEntries(Object.entries(held).filter(([name]) => name !== key)) as T;
}

type ItemKind = keyof typeof phraseOf | 'addOns';

function guidanceItems(): readonly { readonly kind: ItemKind; readonly id: string }[] {
  const { value } = whole.shelves.guidance.get('guidance')!;
  const all = [...(Object.keys(phraseOf) as ItemKind[]), 'addOns' as const];
  return all.flatMap((kind) => Object.keys(value[kind]).map((id) => ({ kind, id })));
}

function withoutItem(kind: ItemKind, id: string): Shelves {
  const held = whole.shelves.guidance.get('guidance')!;
  const rest = without(id, held.value[kind]);
  return { ...whole.shelves, guidance: new Map([['guidance', { ...held, value: { ...held.value, [kind]: rest } }]]) };
}

/** Open points of remarks on any row have no row of their own. */
function rowsNaming(kind: ItemKind, id: string): readonly string[] {
  const onAnyRow = whole.shelves.guidance.get('guidance')!.value.remarks.some(({ open }) => open === id);
  const rows = [...whole.shelves.eligibility].filter(([, { value }]) => mentions(value, kind, id));
  return kind === 'open' && onAnyRow ? [] : rows.map(([row]) => row);
}

type RowValue = NonNullable<ReturnType<Shelves['eligibility']['get']>>['value'];

function mentions(row: RowValue, kind: ItemKind, id: string): boolean {
  return JSON.stringify(row) !== JSON.stringify(taken(row, kind, id));
}

function withoutMention(kind: ItemKind, id: string): Shelves {
  const rows = [...whole.shelves.eligibility].map(
    ([row, held]) => [row, { ...held, value: taken(held.value, kind, id) }] as const,
  );
  return { ...whole.shelves, eligibility: new Map(rows) };
}

function taken(row: RowValue, kind: ItemKind, id: string): RowValue {
  switch (kind) {
    case 'papers':
      return { ...row, papers: row.papers.map((stage) => stage.filter(({ say }) => say !== id)) };
    case 'open':
      return {
        ...row,
        remarks: row.remarks.map((remark) => (remark.open === id ? { ...remark, open: undefined } : remark)),
      };
    case 'addOns':
      return { ...row, addOns: row.addOns.filter((each) => each !== id) };
    default:
      return { ...row, [kind]: row[kind].filter(({ say }) => say !== id) };
  }
}
