import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { day } from '../../src/core/day.ts';
import { closePairs } from '../../src/knowledge/lint/closeness.ts';
import { lintKnowledge } from '../../src/knowledge/lint/lint.ts';
import { shinglesOf } from '../../src/knowledge/lint/shingles.ts';
import { aFolder, cardAnswer } from './a-folder.ts';

const today = day('2026-11-30');
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
      'a list of phrases that is shorter in one language',
      { 'languages/en/phrases/more.yaml': 'a: [Here, There]\n', 'languages/fr/phrases/more.yaml': 'a: [Ici]\n' },
      'both-languages',
      1,
      'a',
      /other lines than in en: 1 instead of 2/,
    ],
    [
      'a fact that one language of a phrase does not mark',
      { 'languages/en/phrases/more.yaml': 'a: Hello. [X-30]\n', 'languages/fr/phrases/more.yaml': 'a: Bonjour.\n' },
      'both-languages',
      1,
      'a',
      /other facts than in en: lacks X-30/,
    ],
    [
      'a link that stands in another step',
      cardAnswer(
        '1. Signez-la.\n  2. Postez-la à {{place cpam-angers address}}. [S4-40]',
        '1. Signez-la à {{place cpam-angers address}}. [S4-40]\n  2. Postez-la.',
      ),
      'both-languages',
      2,
      'answer',
      /other list items than in en: lacks 1\., 1\. .*|another order/,
    ],
    [
      'an answer that is too long',
      cardAnswer('Sign it.', `Sign ${'here'.repeat(300)}.`),
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
