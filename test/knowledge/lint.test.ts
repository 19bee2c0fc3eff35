import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { day } from '../../src/core/day.ts';
import { closePairs } from '../../src/knowledge/lint/closeness.ts';
import { lintKnowledge } from '../../src/knowledge/lint/lint.ts';
import { shinglesOf } from '../../src/knowledge/lint/shingles.ts';
import { aFolder, cardAnswer, readOwn } from './a-folder.ts';

const today = day('2026-11-29');
const placesWithCaf = readFileSync('knowledge/places.yaml', 'utf8').replace(
  'url: https://www.caf.fr/',
  "url: https://www.caf.fr/\n  phone: { dial: '3230', written: '32 30' }",
);
const long =
  'You send the form to the office of the place where you live, and wait there until a letter comes back to you with all that they ask of you. ';

test('a folder that is all right has no finding', () => {
  expect(lintKnowledge(aFolder(), forms, today)).toEqual([]);
});

test('what keeps the program from starting is a finding too', () => {
  const findings = lintKnowledge(aFolder(cardAnswer('followUps: [gp]', 'followUps: [gpp]')), forms, today);
  expect(findings).toMatchObject([
    { rule: 'knowledge/unknown-reference', file: 'topics/card.yaml', line: 5, field: 'followUps[0]' },
  ]);
});

describe('a typed figure is found, with the file, the line and what to write instead', () => {
  test.each<[string, string, RegExp | null]>([
    ['an amount', 'Pay 25 € first.', /a figure typed into the sentence, "25": write \{\{rate ID\}\}/],
    ['a number in letters', 'Wait three months.', /a figure in letters .* "three"/],
    ['a phone number', 'Call 09 74 75 36 46.', /a figure typed .* "09 74 75 36 46": .*\{\{place ID phone\}\}/],
    ['an e-mail address', 'Write to help@aaa.fr.', /an e-mail address .* "help@aaa\.fr": write \{\{place ID email\}\}/],
    ['a web address', 'See https://ameli.fr/here.', /a web address .*: write \{\{link ID\}\}/],
    ['a web address without its protocol', 'See ameli.fr first.', /a web address .* "ameli\.fr"/],
    ['an official name with figures', 'Bring the SE 401 Q102 bis or the S1.', null],
    ['a word that only holds a number word', 'Someone often waits.', null],
    ['an expression that is no figure', 'Say it in a word or two.', null],
    ['a placeholder', 'Pay {{rate gp-visit}}.', null],
  ])('%s', (_, sentence, expected) => {
    const text = { ...cardAnswer('Sign it.', sentence) };
    const found = lintKnowledge(aFolder(text), forms, today).filter(
      ({ rule, field }) => rule === 'figures' && field === 'answer',
    );
    if (expected === null) expect(found).toEqual([]);
    else {
      expect(found[0]).toMatchObject({ file: 'languages/en/answers/card.yaml', line: 2 });
      expect(found[0]?.message).toMatch(expected);
    }
  });

  test('in French, in a title and in a phrase as well', () => {
    const findings = lintKnowledge(
      aFolder({
        ...cardAnswer('title: En attendant la carte', 'title: Attendre trois mois'),
        'languages/en/phrases/more.yaml': 'a: It costs money.\n',
        'languages/fr/phrases/more.yaml': 'a: Cela coûte 12 €.\n',
      }),
      forms,
      today,
    );
    expect(findings.map(({ file, line, field }) => [file, line, field])).toEqual([
      ['languages/fr/answers/card.yaml', 1, 'title'],
      ['languages/fr/phrases/more.yaml', 1, 'a'],
    ]);
  });
});

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
        'pages.yaml': `${kept}stray:\n  { title: Stray, publisher: Nobody, kind: other, date: null, url: 'https://example.org/', consulted: 2026-11-22 }\n`,
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

describe('each rule bites', () => {
  test.each<[string, Record<string, string>, string, number, string, RegExp]>([
    [
      'an interpolation that one language lacks',
      cardAnswer('Demandez à {{desk name}} ou lisez', 'Lisez'),
      'both-languages',
      2,
      'answer',
      /other interpolations than in en: lacks desk name; make them the same/,
    ],
    [
      'a fact mark that one language lacks',
      cardAnswer(
        '{{place cpam-angers address}}. [S4-40]\n\n  Demandez',
        '{{place cpam-angers address}}.\n\n  Demandez',
      ),
      'both-languages',
      2,
      'answer',
      /other fact marks than the topic has facts: lacks S4-40/,
    ],
    [
      'a list that is shorter in one language',
      cardAnswer('  1. Signez-la.\n', ''),
      'both-languages',
      2,
      'answer',
      /other list items than in en: lacks 1\./,
    ],
    [
      'a link that one language lacks',
      cardAnswer(' ou lisez {{link ameli}}', ''),
      'both-languages',
      2,
      'answer',
      /lacks link ameli/,
    ],
    [
      'a variable that one language of a phrase lacks',
      { 'languages/en/phrases/more.yaml': 'a: "Hello {{name}}"\n', 'languages/fr/phrases/more.yaml': 'a: Bonjour\n' },
      'both-languages',
      1,
      'a',
      /other variables than in en: lacks name/,
    ],
    [
      'an answer that is too long',
      cardAnswer('Sign it.', 'You sign it where the arrow is. '.repeat(40)),
      'length',
      2,
      'answer',
      /characters as it is read, at most 1200: say less, or make two topics/,
    ],
    [
      'a sentence that is too long',
      cardAnswer('Sign it.', long),
      'reading-level',
      2,
      'answer',
      /a sentence of 30 words, at most 25: cut it in two/,
    ],
    [
      'a phrasing of another topic, but for case and accents',
      cardAnswer('- refund without card', '- How much is the DOCTOR ?'),
      'phrasings',
      5,
      'phrasings[1]',
      /is the same words as "How much is the DOCTOR \?" of card/,
    ],
    [
      "a phrasing too close to another topic's",
      cardAnswer('- refund without card', '- how much is the doctors'),
      'phrasings',
      5,
      'phrasings[1]',
      /too close \(\d\d %\) to .* of card \(languages\/en\/answers\/card\.yaml:12\)/,
    ],
    [
      'a phrasing written twice',
      cardAnswer('- refund without card', '- no carte vitale yet\n  - one more way of asking'),
      'phrasings',
      12,
      'phrasings[2]',
      /stands there twice \(line 10\): drop one/,
    ],
    [
      'too few phrasings',
      cardAnswer('  - paper claim\n', ''),
      'phrasings',
      10,
      'phrasings',
      /9 ways of asking in en that differ, at least 10/,
    ],
    [
      'near-duplicates count once',
      cardAnswer('- refund without card', '- i am still waiting for my green cards'),
      'phrasings',
      10,
      'phrasings',
      /9 ways of asking in en that differ/,
    ],
    [
      'a review in the future',
      cardAnswer('reviewed: 2026-11-20', 'reviewed: 2027-01-01'),
      'dates',
      4,
      'reviewed',
      /2027-01-01 has not come yet/,
    ],
    [
      'a gap in a rate that nobody explains',
      {
        'rates/fee.yaml':
          "title: { en: Fee, fr: Frais }\nunit: euro\nvalues:\n  - { from: 2018-01-01, value: '1.00', facts: [X-30] }\n  - { from: 2019-01-01, value: null, facts: [X-30] }\n  - { from: 2020-01-01, value: '2.00', facts: [X-30] }\nreviewed: 2026-11-20\n",
      },
      'dates',
      5,
      'values[1].value',
      /a gap in the values: find the value, or say why in a `note`/,
    ],
    [
      'a rate that ends without saying so',
      {
        'rates/fee.yaml':
          "title: { en: Fee, fr: Frais }\nunit: euro\nvalues:\n  - { from: 2018-01-01, value: '1.00', facts: [X-30] }\n  - { from: 2019-01-01, value: null, facts: [X-30], note: lost }\nreviewed: 2026-11-20\n",
      },
      'dates',
      5,
      'values[1].value',
      /write `ends: \{ on, as: unknown, facts \}` instead/,
    ],
    [
      'an evaluation question about a topic that is not there',
      {
        'questions/mine.yaml': 'sealed: false\nquestions:\n  - { text: what is it, language: en, intents: [cards] }\n',
      },
      'questions',
      3,
      'questions[0]',
      /no topic cards: accepted is an answer, a form or none/,
    ],
    [
      'an evaluation question that is a phrasing',
      {
        'questions/mine.yaml': 'sealed: false\nquestions:\n  - { text: Paper claim!, language: en, intents: [card] }\n',
      },
      'questions',
      3,
      'questions[0].text',
      /^a phrasing of card says the same: take that phrasing out/,
    ],
  ])('%s', (_, changes, rule, line, field, message) => {
    const [found, ...others] = lintKnowledge(aFolder(changes), forms, today);
    expect(found).toMatchObject({ rule, line, field });
    expect(found?.message).toMatch(message);
    expect(others.filter((other) => other.rule !== rule)).toEqual([]);
  });
});

describe('what is copied from a source document', () => {
  const document = 'Cover begins on the very day when your school has written you down, and not before that day.';
  const withDocument = (changes: Record<string, string>) => {
    const folder = aFolder(changes);
    writeFileSync(
      join(folder, 'shingles.json'),
      JSON.stringify({ about: 'test', hashes: shinglesOf([document]).join(' ') }),
    );
    return lintKnowledge(folder, forms, today);
  };

  test('eight words in a row are found, whatever their case and punctuation', () => {
    expect(withDocument(cardAnswer('Sign it.', 'It starts on the VERY day when your school signs.'))).toEqual([]);
    const [found] = withDocument(cardAnswer('Sign it.', 'Begins: on the VERY day when your school has signed.'));
    expect(found).toMatchObject({ rule: 'copied', file: 'languages/en/answers/card.yaml', line: 2, field: 'answer' });
    expect(found?.message).toContain('"begins on the very day when your school"');
  });

  test('a placeholder parts what stands around it', () => {
    const parted = withDocument(cardAnswer('Sign it.', 'Begins on the very {{desk name}} day when your school.'));
    expect(parted.filter(({ rule }) => rule === 'copied')).toEqual([]);
  });

  test('the hashes of the documents are kept here, so that nobody needs the documents', () => {
    expect(shinglesOf([document, document])).toHaveLength(11);
  });
});

test('no close pair is missed by comparing only texts that share a rare run', () => {
  const words = ['card', 'doctor', 'refund', 'form', 'letter', 'number', 'office'];
  const texts = words.flatMap((a) => words.flatMap((b) => words.map((c) => `${a} ${b} and ${c}`)));
  const alone = texts.flatMap((a, at) => texts.slice(at + 1).flatMap((b) => closePairs([a, b], (text) => text, 0.8)));
  const together = closePairs(texts, (text) => text, 0.8);
  expect(together).toHaveLength(alone.length);
  expect(together.length).toBeGreaterThan(0);
});
