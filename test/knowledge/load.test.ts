import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { AppError } from '../../src/core/errors.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Problem } from '../../src/knowledge/problem.ts';
import { aFolder, cardAnswer } from './a-folder.ts';

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
    expect(['S0', 'S1', 'S2', 'S3', 'S4', 'X'].map(count)).toEqual([52, 24, 21, 33, 50, 130]);
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
const intents = (line: string) => ({
  'languages/en/phrases/dialog.yaml': 'start: { quote: Get a price }\n',
  'languages/fr/phrases/dialog.yaml': 'start: { quote: Un prix }\n',
  'languages/en/phrases/intents.yaml': `quote: [make me a quote]\n${line}\n`,
  'languages/fr/phrases/intents.yaml': `quote: [un devis]\n${line}\n`,
});

const rate = (values: string) =>
  `title: { en: Some rate, fr: Un taux }\nunit: euro\nvalues:\n${values}\nreviewed: 2026-11-20\n`;

describe('a mistake stops the start and says where and what is accepted', () => {
  test.each<[string, Record<string, string>, Omit<Partial<Problem>, 'message'> & { message: RegExp }]>([
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
        message: /unknown field colour; accepted: kind, topic, conflicts/,
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
      'a follow-up that is no answer',
      cardAnswer('followUps: [gp]', 'followUps: [gpp]'),
      { code: 'knowledge/unknown-reference', line: 5, field: 'followUps[0]', message: /no topic gpp/ },
    ],
    [
      'an offer of a form that there is not',
      cardAnswer('followUps: [gp]', 'followUps: [gp]\noffers: horoscope'),
      {
        code: 'knowledge/unknown-reference',
        file: 'topics/card.yaml',
        line: 6,
        field: 'offers',
        message: /no form horoscope; accepted: eligibility, quote, reimbursement, deadline, handover$/,
      },
    ],
    [
      'ways of asking for what is neither a form nor a topic',
      intents('horoscope: [my stars]'),
      {
        code: 'knowledge/unknown-reference',
        file: 'languages/en/phrases/intents.yaml',
        line: 2,
        field: 'horoscope',
        message:
          /no form or topic horoscope; accepted: eligibility, quote, reimbursement, deadline, or the name of a file/,
      },
    ],
    [
      'ways of asking for the form that no words start',
      intents('handover: [a person]'),
      { file: 'languages/en/phrases/intents.yaml', line: 2, field: 'handover', message: /no form or topic handover/ },
    ],
    [
      'a way of asking that is no list',
      intents('deadline: by when'),
      {
        file: 'languages/en/phrases/intents.yaml',
        line: 2,
        field: 'deadline',
        message: /accepted: a list of ways of asking/,
      },
    ],
    [
      'a form without a title',
      intents('deadline: [by when]'),
      {
        code: 'knowledge/unknown-reference',
        file: 'languages/en/phrases/intents.yaml',
        line: 2,
        field: 'deadline',
        message: /write it under start\.deadline of languages\/en\/phrases\/dialog\.yaml/,
      },
    ],
    [
      'an answer that follows itself',
      cardAnswer('followUps: [gp]', 'followUps: [card]'),
      { code: 'knowledge/unknown-reference', field: 'followUps[0]', message: /does not follow itself/ },
    ],
    [
      'a conflict that is not in the ledger',
      cardAnswer('conflicts: [C-20]', 'conflicts: [C-99]'),
      { code: 'knowledge/unknown-reference', line: 3, field: 'conflicts[0]', message: /no conflict C-99/ },
    ],
    [
      'a fact mark that is not in the ledger',
      cardAnswer('. [S4-41]', '. [S4-41, S4-99]'),
      { code: 'knowledge/unknown-reference', line: 2, field: 'answer', message: /no fact S4-99/ },
    ],
    [
      'a place that is not there',
      cardAnswer('{{place cpam-angers address}}', '{{place cpam-nice address}}'),
      {
        code: 'knowledge/unknown-reference',
        field: 'answer',
        message: /accepted is a place, one of cpam-angers/,
      },
    ],
    [
      'a place that has no e-mail',
      cardAnswer('{{place cpam-angers address}}', '{{place cpam-angers email}}'),
      {
        code: 'knowledge/unknown-reference',
        field: 'answer',
        message: /after place cpam-angers, one of address, name/,
      },
    ],
    [
      'a rate that is not there',
      cardAnswer('Sign it.', 'Sign it for {{rate gp-vist}}.'),
      {
        code: 'knowledge/unknown-reference',
        field: 'answer',
        message: /accepted is a rate, one of .*gp-visit,/,
      },
    ],
    [
      'a day before the first value of a rate',
      cardAnswer('Sign it.', 'Sign it for {{rate gp-visit on 2016-01-01}}.'),
      { code: 'knowledge/unknown-reference', message: /a day from 2017-05-01 on for the rate gp-visit/ },
    ],
    [
      'a variable in an answer, which nobody fills',
      cardAnswer('Sign it.', 'Sign it, {{name}}.'),
      {
        code: 'knowledge/unknown-reference',
        message: /\{\{name\}\}: accepted is one of desk, gp, link, offer, place, quote, rate, source/,
      },
    ],
    [
      'an offer that is not sold',
      cardAnswer('Sign it.', 'Buy it for {{offer tranquillite P6M total}}.'),
      { code: 'knowledge/unknown-reference', message: /a term of tranquillite, one of P1M, P3M/ },
    ],
    [
      'a link to a place without a web address',
      cardAnswer('{{link ameli}}', '{{link cpam-angers}}'),
      { code: 'knowledge/unknown-reference', message: /accepted is a place with a url/ },
    ],
    [
      'an answer that one language lacks',
      cardAnswer('title: En attendant la carte\n', ''),
      { file: 'languages/fr/answers/card.yaml', field: 'title', message: /expected string/ },
    ],
    [
      'a phrase that one language lacks',
      { 'languages/fr/phrases/test.yaml': "hello: 'Bonjour {{name}}.'\n" },
      {
        file: 'languages/fr/phrases/test.yaml',
        message: /missing here, but another language has: price, paid, visit_one/,
      },
    ],
    [
      'a namespace that one language lacks',
      { 'languages/en/phrases/more.yaml': 'a: b\n' },
      { file: 'languages/fr/phrases/more.yaml', line: null, message: /there must be such a file/ },
    ],
    [
      'a phrase that names a rate which is not there',
      { 'languages/en/phrases/more.yaml': 'a: "{{rate nothing}}"\n', 'languages/fr/phrases/more.yaml': 'a: rien\n' },
      { file: 'languages/en/phrases/more.yaml', line: 1, field: 'a', message: /accepted is a rate/ },
    ],
    [
      'an amount that is no amount',
      { 'rates/fee.yaml': rate('  - { from: 2017-05-01, value: 25, facts: [X-30] }') },
      {
        file: 'rates/fee.yaml',
        line: 4,
        field: 'values[0].value',
        message: /an amount in euros with two places, quoted: "23\.00"/,
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
      { 'rates/fee.yaml': rate("  - { from: 2020-05-01, value: '1.00', facts: [X-99] }") },
      {
        code: 'knowledge/unknown-reference',
        file: 'rates/fee.yaml',
        line: 4,
        field: 'values[0].facts[0]',
        message: /no fact X-99/,
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
      { 'desk.yaml': readFileSync('knowledge/desk.yaml', 'utf8').replace('offers: aaa', 'offers: bbb') },
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
      'rates/fee.yaml': rate('  - { from: 2017-05-01, value: 25, facts: [X-30] }'),
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

function problemsOf(folder: string): readonly Problem[] {
  try {
    loadKnowledge(folder, forms);
  } catch (error) {
    if (error instanceof AppError) return error.details['problems'] as readonly Problem[];
    throw error;
  }
  return [];
}

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
