import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { day } from '../../src/core/day.ts';
import { lintKnowledge } from '../../src/knowledge/lint/lint.ts';
import { aFolder, cardAnswer, readOwn } from './a-folder.ts';

const today = day('2026-11-30');
const placesWithCaf = readFileSync('knowledge/places.yaml', 'utf8').replace(
  'url: https://www.caf.fr/',
  "url: https://www.caf.fr/\n  phone: { dial: '3230', written: '32 30' }",
);

describe('a sentence that binds names the fact that bears it out', () => {
  const sentences: [string, string, RegExp | null][] = [
    [
      'a duty',
      'You must sign it.',
      /a word of duty or right, "must", and no fact: write the mark .* "You must sign it\."/,
    ],
    ['a right', 'You may send it later.', /a word of duty or right, "may"/],
    ['no duty', 'You need not sign it.', /a word of duty or right, "need not"/],
    ['a date in letters', 'Send it in September.', /a date, "September", and no fact/],
    ['a value that rests on nothing', 'Call {{place caf phone}}.', /\{\{place caf phone\}\} rests on no fact/],
    [
      'a value of another fact',
      'It costs {{rate gp-visit}}. [S4-40]',
      /is not in the facts .* S4-40: .*rests on, X-30/,
    ],
    ['only the sentence with the mark is borne out', 'You must sign it. Then post it. [S4-40]', /"You must sign it\."/],
    ['a duty with its fact', 'You must sign it. [S4-40]', null],
    ['a duty that leads in a list with its fact', 'You must send:\n\n  - the form [S4-40]', null],
    ['a value that brings its facts along', 'It costs {{rate gp-visit}}.', null],
    ['a value that the cited fact says too', 'It costs {{rate gp-visit}}. [X-37]', null],
    ['a question', 'Must you sign it?', null],
    ['whether there is a duty', 'Ask whether you must sign it.', null],
    ['neither duty nor figure', 'Sign it.', null],
  ];
  test.each(sentences)('%s', (_, sentence, expected) => {
    const change = { ...cardAnswer('Sign it.', sentence), 'places.yaml': placesWithCaf };
    const found = lintKnowledge(aFolder(change), forms, today).filter(({ rule }) => rule === 'cited');
    if (expected === null) expect(found).toEqual([]);
    else {
      expect(found).toMatchObject([{ file: 'languages/en/answers/card.yaml', line: 2, field: 'answer' }]);
      expect(found[0]?.message).toMatch(expected);
    }
  });

  test('by the words of each language', () => {
    const change = cardAnswer('Signez-la.', 'Vous avez droit à une copie.');
    expect(lintKnowledge(aFolder(change), forms, today)).toMatchObject([
      {
        rule: 'cited',
        file: 'languages/fr/answers/card.yaml',
        message: expect.stringContaining('"avez droit"') as string,
      },
    ]);
  });

  test('small talk binds nobody', () => {
    const change = { ...cardAnswer('Sign it.', 'You must sign it.'), ...cardAnswer('kind: answer', 'kind: smalltalk') };
    expect(lintKnowledge(aFolder(change), forms, today).filter(({ rule }) => rule === 'cited')).toEqual([]);
  });
});

describe('the texts of a topic follow one another', () => {
  const later = 'From now on, sign the form. [S4-40]';
  const files = (days: string, english = `later:\n  2027-09-01: ${later}\n`, french = english) => ({
    'topics/card.yaml': `kind: answer\ntopic: card\nreviewed: 2026-11-20\nfollowUps: [gp]\nfacts: [S4-40]\n${days}`,
    'languages/en/answers/card.yaml': `${readOwn('languages/en/answers/card.yaml')}${english}`,
    'languages/fr/answers/card.yaml': `${readOwn('languages/fr/answers/card.yaml')}${french}`,
  });
  const next = 'later:\n  - { from: 2027-09-01, facts: [S4-40] }\n';
  test.each<[string, Record<string, string>, string, RegExp | null]>([
    ['one ends on the day before the next', files(`days: { from: 2018-09-01, until: 2027-08-31 }\n${next}`), '', null],
    ['one that ends when the next begins', files(next), '', null],
    [
      'days without a text',
      files(`days: { until: 2027-08-29 }\n${next}`),
      'topics/card.yaml',
      /^no text from 2027-08-30 to 2027-08-31: end the one before on 2027-08-31/,
    ],
    [
      'days with two texts',
      files(`days: { until: 2027-09-02 }\n${next}`),
      'topics/card.yaml',
      /^two texts from 2027-09-01 to 2027-09-02: end the one before on 2027-08-31/,
    ],
    [
      'a next text that is not after the first',
      files(`days: { from: 2028-01-01 }\n${next}`),
      'topics/card.yaml',
      /^2027-09-01 is not after 2028-01-01/,
    ],
    [
      'a last day before the first',
      files('days: { from: 2027-01-01, until: 2026-12-31 }\n', ''),
      'topics/card.yaml',
      /^2026-12-31 is before 2027-01-01/,
    ],
    [
      'a language without the text',
      files(next, undefined, ''),
      'languages/fr/answers/card.yaml',
      /^no text from 2027-09-01/,
    ],
    [
      'a text of a day that the topic has not',
      files('', undefined, ''),
      'languages/en/answers/card.yaml',
      /^the topic has no text from 2027-09-01 on/,
    ],
  ])('%s', (_, change, file, message) => {
    const found = lintKnowledge(aFolder(change), forms, today);
    if (message === null) expect(found).toEqual([]);
    else expect(found).toMatchObject([{ rule: 'days', file, message: expect.stringMatching(message) as string }]);
  });

  test('a later text is judged as the first is', () => {
    const found = lintKnowledge(
      aFolder(files(next, 'later:\n  2027-09-01: You must pay 25 €. [S4-40]\n')),
      forms,
      today,
    );
    expect(found.map(({ rule, field }) => [rule, field])).toEqual([
      ['figures', 'later.2027-09-01'],
      ['figures', 'later.2027-09-01'],
    ]);
  });
});

describe('a source can be opened', () => {
  const facts = readFileSync('knowledge/facts.yaml', 'utf8');
  const kept = readFileSync('knowledge/pages.yaml', 'utf8');
  const page = 'sources: [service-public-f1069]';
  test.each<[string, Record<string, string>, string, RegExp]>([
    [
      'sources in words',
      { 'facts.yaml': facts.replace(page, "sources: 'service-public F17042 copies'") },
      'facts.yaml',
      /^X-37: its sources are told in words; enter each page in pages.yaml/,
    ],
    ['no source', { 'facts.yaml': facts.replace(`  ${page}\n`, '') }, 'facts.yaml', /^X-37: no source; enter/],
    [
      'a page that no fact names',
      {
        'pages.yaml': `${kept}stray:\n  { title: Stray, publisher: Nobody, kind: other, date: null, url: 'https://example.org/stray', consulted: 2026-11-22 }\n`,
      },
      'pages.yaml',
      /^no fact names it: name it in facts.yaml, or take it away/,
    ],
    [
      'an address without https',
      { 'pages.yaml': kept.replace('url: https://www.cleiss.fr/faq', 'url: http://www.cleiss.fr/faq') },
      'pages.yaml',
      /^an address without https: write https/,
    ],
    [
      "a site's address",
      { 'pages.yaml': kept.replace('url: https://www.cleiss.fr/faq/brexit.html', 'url: https://www.cleiss.fr/') },
      'pages.yaml',
      /^the address of a site: write the page's own/,
    ],
    [
      'the publisher as a title',
      { 'pages.yaml': kept.replace("title: 'Brexit : questions et réponses'", "title: 'CLEISS'") },
      'pages.yaml',
      /^who publishes it is no title/,
    ],
  ])('%s', (_, change, file, message) => {
    expect(lintKnowledge(aFolder(change), forms, today)).toMatchObject([
      { rule: 'pages', file, message: expect.stringMatching(message) as string },
    ]);
  });

  test('a page that is not there stops the start', () => {
    const change = { 'facts.yaml': facts.replace(page, 'sources: [service-public-f9]') };
    expect(lintKnowledge(aFolder(change), forms, today)).toMatchObject([
      {
        rule: 'knowledge/unknown-reference',
        file: 'facts.yaml',
        message: 'no page service-public-f9 in pages.yaml: enter it there',
      },
    ]);
  });
});

describe('a value stands in a fact that it names', () => {
  const visit = (value: string, unit = 'euro', facts = 'X-30') =>
    `title: { en: GP visit, fr: Consultation }\nunit: ${unit}\nvalues:\n  - { from: 2017-05-01, value: ${value}, facts: [${facts}] }\nreviewed: 2026-11-20\n`;
  test.each<[string, string, boolean]>([
    ['whole euros', visit("'30.00'"), true],
    ['euros and cents', visit("'26.50'"), true],
    ['a figure that is a part of another', visit("'26.00'"), false],
    ['a figure of no fact', visit("'31.00'"), false],
    ['a figure of another fact', visit("'30.00'", 'euro', 'X-31'), false],
    ['thousands, written apart', visit("'8951.00'", 'euro', 'X-12'), true],
    ['a percentage', visit('70', 'percent', 'X-36'), true],
    ['a range', visit('[3, 6]', 'months', 'S3-20'), true],
    ['a range with one end wrong', visit('[3, 7]', 'months', 'S3-20'), false],
    ['a day', visit('2024-12-22', 'day'), true],
    ['the last day before one', visit('2024-12-21', 'day'), true],
    ['another day', visit('2024-12-20', 'day'), false],
  ])('%s', (_, rate, held) => {
    const found = lintKnowledge(aFolder({ 'rates/gp-visit.yaml': rate }), forms, today);
    const unborne = found.filter(({ rule }) => rule === 'borne-out');
    expect(unborne.map(({ file, line, field }) => [file, line, field])).toEqual(
      held ? [] : [['rates/gp-visit.yaml', 4, 'values[0].value']],
    );
  });

  test.each([
    ['a price', 'offers/aaa.yaml', "'42.00'", "'43.00'", /^43\.00: none of the facts S0-23, S0-06 says it/],
    ['an address', 'places.yaml', '32 rue Louis Gain', '33 rue Louis Gain', /^33 rue Louis Gain.*: none of the facts/],
    ['a phone number', 'places.yaml', "'114'", "'116'", /^116: the fact X-90 does not say it; cite the fact that does/],
  ])('%s', (_, path, right, wrong, message) => {
    const text = readFileSync(join('knowledge', path), 'utf8');
    expect(text).toContain(right);
    const found = lintKnowledge(aFolder({ [path]: text.replaceAll(right, wrong) }), forms, today);
    expect(found.filter(({ rule }) => rule === 'borne-out')).toMatchObject([
      { file: path, message: expect.stringMatching(message) as string },
    ]);
  });
});
