import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { AppError } from '../../src/core/errors.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { aFolder, cardAnswer, inTwoLanguages } from './a-folder.ts';
import { problemsOf, type Expected } from './problems-of.ts';

describe('a folder that is all right', () => {
  const knowledge = loadKnowledge(aFolder(), forms);

  test('is loaded with its answers, its rates in cents and its phrases by language', () => {
    expect([...knowledge.answers.keys()]).toEqual(['card', 'gp']);
    expect(knowledge.answers.get('gp')?.id).toBe('gp');
    expect(knowledge.rates['gp-visit']?.values.map(({ value }) => value)).toEqual([2500, 3000]);
    expect(knowledge.languages).toEqual(['en', 'fr']);
    expect(knowledge.phrases['fr']?.['test']?.['price']).toBe('Cela coûte {{rate gp-visit}}.');
  });

  test('is frozen all the way down, maps included', () => {
    expect(Object.isFrozen(knowledge.places['ameli'])).toBe(true);
    expect(() => {
      (knowledge.answers as Map<string, unknown>).set('new', {});
    }).toThrow(AppError);
  });

  test('holds all facts of the five documents and the external ones', () => {
    const count = (id: string) => Object.keys(knowledge.facts).filter((fact) => fact.startsWith(id)).length;
    expect(['S0', 'S1', 'S2', 'S3', 'S4'].map(count)).toEqual([52, 24, 21, 33, 50]);
    expect(count('X')).toBeGreaterThan(40);
    expect(
      Object.entries(knowledge.facts)
        .filter(([, { remark }]) => remark)
        .map(([id]) => id),
    ).toEqual(['S0-09', 'S0-26', 'S4-33', 'S4-42', 'S4-49']);
    expect(Object.keys(knowledge.conflicts)).toHaveLength(44);
  });
});

test('the knowledge of this repository loads', () => {
  expect(loadKnowledge('knowledge', forms).answers.size).toBeGreaterThan(25);
});

describe('the hash', () => {
  test('is the same for the same files, wherever they lie', () => {
    const here = aFolder();
    const there = join(mkdtempSync(join(tmpdir(), 'guichet-copy-')), 'deeper');
    cpSync(here, there, { recursive: true });
    expect(loadKnowledge(there, forms).hash).toBe(loadKnowledge(here, forms).hash);
    expect(loadKnowledge(here, forms).hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('changes with one byte of one file, and with a file name', () => {
    const folder = aFolder();
    const before = loadKnowledge(folder, forms).hash;
    writeFileSync(join(folder, 'topics/gp.yaml'), `${readFileSync(join(folder, 'topics/gp.yaml'), 'utf8')}\n`);
    const after = loadKnowledge(folder, forms).hash;
    expect(after).not.toBe(before);
    renameSync(join(folder, 'languages/en/phrases/test.yaml'), join(folder, 'languages/en/phrases/other.yaml'));
    renameSync(join(folder, 'languages/fr/phrases/test.yaml'), join(folder, 'languages/fr/phrases/other.yaml'));
    expect(loadKnowledge(folder, forms).hash).not.toBe(after);
  });

  test('leaves out the evaluation questions: they are no part of what answers', () => {
    const asked = aFolder({ 'questions/mine.yaml': 'sealed: false\nquestions: []\n' });
    expect(loadKnowledge(asked, forms).hash).toBe(loadKnowledge(aFolder(), forms).hash);
  });
});

/** Ways of asking for a form that is there, and a line more. */
const rate = (values: string) =>
  `title: { en: Some rate, fr: Un taux }\nunit: euro\nvalues:\n${values}\nreviewed: 2026-11-20\n`;

describe('a mistake stops the start and says where and what is accepted', () => {
  test.each<[string, Record<string, string>, Expected]>([
    [
      'an answer of an unknown kind',
      cardAnswer('kind: answer', 'kind: reply'),
      { file: 'topics/card.yaml', line: 1, field: 'kind', message: /"answer"\|"gap"\|"smalltalk"\|"offtopic"/ },
    ],
    [
      'a field that nobody knows',
      cardAnswer('topic: card', 'topic: card\ncolour: blue'),
      {
        file: 'topics/card.yaml',
        line: 3,
        field: '',
        message: /unknown field colour; accepted: kind, topic, form, conflicts/,
      },
    ],
    [
      'a phrasing that is no text',
      cardAnswer('- refund without card', '- 42'),
      { file: 'languages/en/answers/card.yaml', line: 12, field: 'phrasings[2]', message: /expected string/ },
    ],
    [
      'a day that is none',
      cardAnswer('reviewed: 2026-11-20', 'reviewed: 2026-02-30'),
      { file: 'topics/card.yaml', line: 4, field: 'reviewed', message: /a calendar day, e\.g\. 2026-11-22/ },
    ],
    [
      'a file that is no YAML',
      { 'topics/card.yaml': 'kind: answer\nfacts: {' },
      { file: 'topics/card.yaml', field: '', message: /not YAML/ },
    ],
    [
      'a key written twice',
      cardAnswer('topic: card', 'topic: card\ntopic: cards'),
      { file: 'topics/card.yaml', line: 3, message: /not YAML: .*duplicated/ },
    ],
    [
      'an alias',
      cardAnswer('topic: card', 'topic: &card card\nkind: *card'),
      { code: 'knowledge/alias', file: 'topics/card.yaml', line: 3, message: /write out what it stands for/ },
    ],
    [
      'an amount that is no amount',
      { 'rates/fee.yaml': rate('  - { from: 2017-05-01, value: twenty, facts: [X-30] }') },
      {
        file: 'rates/fee.yaml',
        line: 4,
        field: 'values[0].value',
        message: /an amount in euros: "23\.00"/,
      },
    ],
    [
      'values out of order',
      {
        'rates/fee.yaml': rate(
          "  - { from: 2020-05-01, value: '1.00', facts: [X-30] }\n  - { from: 2019-05-01, value: '2.00', facts: [X-30] }",
        ),
      },
      {
        file: 'rates/fee.yaml',
        line: 5,
        field: 'values[1].from',
        message: /a day after 2020-05-01: values stand in order/,
      },
    ],
    [
      'a rate that rests on no fact of the ledger',
      { 'rates/fee.yaml': rate("  - { from: 2020-05-01, value: '1.00', facts: [X-9999] }") },
      {
        code: 'knowledge/unknown-reference',
        file: 'rates/fee.yaml',
        line: 4,
        field: 'values[0].facts[0]',
        message: /no fact X-9999/,
      },
    ],
    [
      'a file name that is no id',
      { 'rates/GP_visit.yaml': rate("  - { from: 2020-05-01, value: '1.00', facts: [X-30] }") },
      { file: 'rates/GP_visit.yaml', message: /the file name is the id: lower-case words joined by hyphens/ },
    ],
    [
      'a file of no kind',
      { 'answer/card.yaml': 'a: b\n' },
      { file: 'answer/card.yaml', line: null, message: /no such kind of file; accepted: topics\/<id>\.yaml/ },
    ],
    [
      'an offers file that the desk names and that is not there',
      {
        'desk.yaml': inTwoLanguages(readFileSync('knowledge/desk.yaml', 'utf8')).replace('offers: aaa', 'offers: bbb'),
      },
      {
        code: 'knowledge/unknown-reference',
        file: 'desk.yaml',
        field: 'offers',
        message: /no offers\/bbb\.yaml; accepted: aaa or null/,
      },
    ],
    [
      'a product that two desks sell under one id',
      { 'offers/bbb.yaml': readFileSync('knowledge/offers/aaa.yaml', 'utf8') },
      { code: 'knowledge/duplicate-id', file: 'offers/bbb.yaml', message: /is already sold in offers\/aaa\.yaml/ },
    ],
    [
      'a phone number that cannot be dialled',
      {
        'places.yaml': readFileSync('knowledge/places.yaml', 'utf8').replace(
          "dial: '+33974753646'",
          "dial: '09 74 75'",
        ),
      },
      { file: 'places.yaml', field: 'english-line.phone.dial', message: /./ },
    ],
    [
      'a desk without an e-mail address',
      { 'desk.yaml': readFileSync('knowledge/desk.yaml', 'utf8').replace('email: desk@example.org', 'email: desk') },
      { file: 'desk.yaml', field: 'contact.email', message: /email/i },
    ],
    [
      'a fact whose id is none',
      { 'facts.yaml': `${readFileSync('knowledge/facts.yaml', 'utf8')}S9-01: { topic: a, fact: something new }\n` },
      { file: 'facts.yaml', field: 'S9-01', message: /./ },
    ],
    [
      'a document that is said to be found, not inferred or read',
      { 'sources.yaml': readFileSync('knowledge/sources.yaml', 'utf8').replace('asOf: inferred', 'asOf: found') },
      { file: 'sources.yaml', field: 'S0.asOf', message: /"inferred"\|"read"/ },
    ],
    [
      'a conflict that forgets whether it is settled',
      { 'conflicts.yaml': readFileSync('knowledge/conflicts.yaml', 'utf8').replace('  verify: false\n', '') },
      { file: 'conflicts.yaml', field: 'C-01.verify', message: /expected boolean/ },
    ],
    [
      'a vocabulary whose unit has one name only',
      {
        'languages/en/vocabulary.yaml': readFileSync('knowledge/languages/en/vocabulary.yaml', 'utf8').replace(
          'months: [month, months]',
          'months: [month]',
        ),
      },
      { file: 'languages/en/vocabulary.yaml', field: 'units.months', message: /./ },
    ],
  ])('%s', (_, changes, expected) => {
    const [problem] = problemsOf(aFolder(changes));
    const { message, ...rest } = expected;
    expect(problem).toMatchObject(rest);
    expect(problem?.message).toMatch(message);
  });

  test('a file that must be there and is not', () => {
    const folder = aFolder();
    rmSync(join(folder, 'places.yaml'));
    expect(problemsOf(folder)).toMatchObject([{ code: 'knowledge/invalid-file', file: 'places.yaml', line: null }]);
  });

  test('several mistakes are listed at once, with the code of the first', () => {
    const folder = aFolder({
      ...cardAnswer('kind: answer', 'kind: reply'),
      'rates/fee.yaml': rate('  - { from: 2017-05-01, value: twenty, facts: [X-30] }'),
    });
    try {
      loadKnowledge(folder, forms);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      expect((error as AppError).code).toBe('knowledge/invalid-file');
      expect((error as AppError).message).toContain('topics/card.yaml:1 kind: ');
      expect((error as AppError).message).toContain('rates/fee.yaml:4 values[0].value: ');
    }
  });
});

describe('danger is heard in every language or the program does not start', () => {
  test.each([
    ['languages/es/safety.yaml', 'words: 3', 'languages/es/safety.yaml'],
    ['languages/es/danger.jsonl', '{"text":"x"}', 'danger.jsonl, line 1'],
    [
      'safety.yaml',
      readFileSync('knowledge/safety.yaml', 'utf8').replace('- unconscious', '- moonstruck'),
      'moonstruck',
    ],
    [
      'safety.yaml',
      readFileSync('knowledge/safety.yaml', 'utf8').replace('languages: [en', 'languages: [xx, en'),
      'languages/xx/safety.yaml',
    ],
  ])('%s', (file, text, named) => {
    expect(() => loadKnowledge(aFolder({ [file]: text }), forms)).toThrow(named);
  });
});
