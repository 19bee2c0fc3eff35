import { describe, expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { day, type Day } from '../../src/core/day.ts';
import { AppError } from '../../src/core/errors.ts';
import { cents } from '../../src/core/money.ts';
import { createSpeaker } from '../../src/voice/speaker.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { aFolder } from './a-folder.ts';
import { knowledge, speaker } from '../own-desk.ts';

const today = day('2026-11-22');
const small = createSpeaker(loadKnowledge(aFolder(), forms));

describe('placeholders, in English and in French', () => {
  test.each<[template: string, en: string, fr: string]>([
    ['{{rate gp-visit}}', '30 €', '30 €'],
    ['{{ rate gp-visit }}', '30 €', '30 €'],
    ['{{rate gp-visit bare}}', '30', '30'],
    ['{{rate gp-visit on 2021-10-10}}', '25 €', '25 €'],
    ['{{rate gp-visit from}}', '22 December 2024', '22 décembre 2024'],
    ['{{rate gp-visit until}}', 'today', "aujourd'hui"],
    ['{{rate gp-visit from on 2021-10-10}}', '1 May 2017', '1er mai 2017'],
    ['{{rate gp-visit until on 2021-10-10}}', '31 October 2023', '31 octobre 2023'],
    ['{{rate gp-refund-rate}}', '70%', '70 %'],
    ['{{rate gp-refund-rate bare}}', '70', '70'],
    ['{{rate short-stay}}', '3 months', '3 mois'],
    ['{{rate final-number-wait}}', '3 to 6 months', '3 à 6 mois'],
    ['{{rate cmu-handling}}', '3 to 4 months', '3 à 4 mois'],
    ['{{rate student-scheme-age-limit on 2014-10-01}}', '28 years', '28 ans'],
    ['{{rate css-free-ceiling on 2025-10-01}}', '10,339 €', '10 339 €'],
    ['{{offer tranquillite P3M total}}', '109 €', '109 €'],
    ['{{offer tranquillite P1M insurance}}', '42 €', '42 €'],
    ['{{offer rc until-30-september expenses}}', '10 €', '10 €'],
    ['{{offer bundle-expenses}}', '15 €', '15 €'],
    ['{{offer rc ends}}', '30 September 2027', '30 septembre 2027'],
    ['{{offer rc letter-before}}', '30 July 2027', '30 juillet 2027'],
    ['{{quote tranquillite P3M + rc total}}', '127 €', '127 €'],
    ['{{quote tranquillite P3M + rc without}}', '132 €', '132 €'],
    ['{{quote tranquillite P3M + rc saved}}', '5 €', '5 €'],
    ['{{quote tranquillite P3M + rc expenses}}', '15 €', '15 €'],
    ['{{gp tariff}}', '30 €', '30 €'],
    ['{{gp refund}}', '19 €', '19 €'],
    ['{{gp refund on 2021-10-10}}', '16.50 €', '16,50 €'],
    ['{{gp mutuelle on 2021-10-10}}', '7.50 €', '7,50 €'],
    ['{{gp left on 2021-10-10}}', '1 €', '1 €'],
    ['{{gp contribution}}', '2 €', '2 €'],
    ['{{gp refund undeclared on 2021-10-10}}', '6.50 €', '6,50 €'],
    ['{{gp refund minor}}', '21 €', '21 €'],
    ['{{gp mutuelle undeclared}}', '(depends on your contract)', '(selon votre contrat)'],
    ['{{place english-line phone}}', '09 74 75 36 46', '09 74 75 36 46'],
    ['{{place abroad-line phone}}', '+33 1 84 90 36 46', '+33 1 84 90 36 46'],
    ['{{place french-line hours}}', 'Monday to Friday, 8:30 to 17:30', 'du lundi au vendredi, de 8 h 30 à 17 h 30'],
    [
      '{{place cpam-angers address}}',
      '32 rue Louis Gain, 49937 Angers Cedex 9',
      '32 rue Louis Gain, 49937 Angers Cedex 9',
    ],
    ['{{link registration-site}}', ...twice('[etudiant-etranger.ameli.fr](https://etudiant-etranger.ameli.fr/#/)')],
    ['{{desk email}}', 'desk@example.org', 'desk@example.org'],
    ['{{desk hours}}', 'Monday – Friday 09:00–17:00', 'lundi – vendredi 09:00 – 17:00'],
  ])('%s', (template, en, fr) => {
    expect(speaker.render('en', template, today)).toBe(en);
    expect(speaker.render('fr', template, today)).toBe(fr);
  });

  test('a document is named with the years it describes', () => {
    expect(speaker.render('en', '{{source S3}}', today)).toMatch(/BSB.*2018–2023/);
    expect(speaker.source('fr', 'S4')).toEqual({
      id: 'S4',
      title: "Assurance maladie des étudiants internationaux (Université d'Angers)",
      dated: '2021–2022',
      url: 'https://bienvenue.univ-angers.fr/en/services-en/international-students/student-health-insurance/',
    });
    expect(speaker.source('en', 'X').dated).toBe('read on 22 November 2026');
  });
});

describe('the days of a yearly offer are those of the day in question', () => {
  test.each<[string, Day, string]>([
    ['{{offer rc ends}}', day('2026-09-30'), '30 September 2026'],
    ['{{offer rc ends}}', day('2026-10-01'), '30 September 2027'],
    ['{{offer rc letter-before}}', day('2026-07-29'), '30 July 2026'],
    ['{{offer rc letter-before}}', day('2026-07-30'), '30 July 2027'],
  ])('%s on %s', (template, on, said) => {
    expect(speaker.render('en', template, on)).toBe(said);
  });
});

describe('a day without a value is never given the nearest one', () => {
  test.each<[string, string, Day, RegExp]>([
    ['abolished', '{{rate student-contribution}}', today, /^\(abolished on 1 September 2018\)$/],
    ['not found', '{{rate css-free-ceiling}}', today, /^\(not known to us since 1 April 2026\)$/],
    ['a gap', '{{rate cmu-free-ceiling}}', day('2013-10-01'), /^\(not known to us since 1 September 2013\)$/],
    ['too early', '{{rate gp-visit}}', day('2001-01-01'), /^\(not known to us before 1 July 2007\)$/],
    ['a visit too early', '{{gp refund}}', day('2001-01-01'), /^\(not known to us for this day\)$/],
  ])('%s', (_, template, on, said) => {
    expect(speaker.render('en', template, on)).toMatch(said);
  });
});

describe('answers as a reader gets them', () => {
  test('have no fact marks, and no space where one stood', () => {
    const template = 'It costs {{rate gp-visit}}. [S2-18, X-30] More later [X-31].\n\n- one [S2-19]\n- two\n';
    expect(speaker.render('en', template, today)).toBe('It costs 30 €. More later.\n\n- one\n- two');
    expect(speaker.factsOf(template)).toEqual(['S2-18', 'X-30', 'X-31', 'S2-19']);
  });

  test('keep Markdown links and a space before French punctuation', () => {
    expect(speaker.render('fr', 'Combien ? Lisez : [ici](https://a.fr) ; merci !', today)).toBe(
      'Combien ? Lisez : [ici](https://a.fr) ; merci !',
    );
  });

  test('change with the rate file and with nothing else', () => {
    const other = createSpeaker(
      loadKnowledge(
        aFolder({
          'rates/gp-visit.yaml':
            "title: { en: GP visit, fr: Visite }\nunit: euro\nvalues:\n  - { from: 2017-05-01, value: '31.00', facts: [X-30] }\nreviewed: 2026-11-20\n",
        }),
        forms,
      ),
    );
    expect(small.say('en', 'test:price', {}, today)).toBe('It costs 30 €.');
    expect(other.say('en', 'test:price', {}, today)).toBe('It costs 31 €.');
    expect(other.say('en', 'test:hello', { name: 'Ana' })).toBe(small.say('en', 'test:hello', { name: 'Ana' }));
  });

  test('all of this repository are said in both languages, with nothing left in braces', () => {
    const { answers, languages } = knowledge;
    for (const answer of answers.values()) {
      for (const language of languages) {
        const said = speaker.render(language, answer.text[language]?.answer ?? '', today);
        expect(said, answer.id).not.toMatch(/\{\{|\}\}|\[(S[0-4]|X)-\d\d/);
        expect(said, answer.id).not.toBe('');
      }
    }
  });
});

describe('phrases', () => {
  test.each<[string, string, string]>([
    ['en', 'test:hello', 'Hello Ana.'],
    ['fr', 'test:hello', 'Bonjour Ana.'],
    ['en', 'test:paid', 'You pay 127 € on 1 March 2026.'],
    ['fr', 'test:paid', 'Vous payez 127 € le 1er mars 2026.'],
  ])('%s %s', (language, key, said) => {
    expect(small.say(language, key, { name: 'Ana', amount: '127.00', day: '2026-03-01' })).toBe(said);
    expect(small.text(language, { key, with: { name: 'Ana', amount: 12_700, day: '2026-03-01' } })).toBe(said);
  });

  test('count in the way of the language', () => {
    expect([0, 1, 2].map((count) => small.say('en', 'test:visit', { count }))).toEqual([
      '0 visits',
      '1 visit',
      '2 visits',
    ]);
    expect([0, 1, 2].map((count) => small.say('fr', 'test:visit', { count }))).toEqual([
      '0 visite',
      '1 visite',
      '2 visites',
    ]);
  });

  test('that are lists are said as lists', () => {
    expect(small.list('fr', 'test:months')).toEqual(['janvier', 'février']);
  });

  test('say what a student wrote as it stands: nothing in it is a placeholder', () => {
    expect(small.say('en', 'test:hello', { name: '{{rate gp-visit}} $t(test:months) <b>' }, today)).toBe(
      'Hello {{rate gp-visit}} $t(test:months) <b>.',
    );
  });

  test.each<[string, () => unknown]>([
    ['a key that is not there', () => small.say('en', 'test:nothing')],
    ['a namespace that is not there', () => small.say('en', 'nothing:hello')],
    ['a language that the desk does not speak', () => small.say('de', 'test:hello', { name: 'Ana' })],
    ['a parameter that was forgotten', () => small.say('en', 'test:hello')],
    ['a figure without the day in question', () => small.say('en', 'test:price')],
    ['a list said as a phrase', () => small.say('en', 'test:months')],
    ['a phrase said as a list', () => small.list('en', 'test:hello', { name: 'Ana' })],
    ['a document that is not there', () => small.source('en', 'S7')],
  ])('%s is an error, never an echo', (_, act) => {
    expect(act).toThrow(AppError);
  });
});

test('money, days and numbers have ordinary spaces', () => {
  expect(speaker.money('en', cents(123_456))).toBe('1,234.56 €');
  expect(speaker.money('fr', cents(123_456))).toBe('1 234,56 €');
  expect(speaker.date('fr', day('2026-12-01'))).toBe('1er décembre 2026');
  expect(speaker.date('en', day('2026-12-01'))).toBe('1 December 2026');
  expect(speaker.number('fr', 12_345.5)).toBe('12 345,5');
});

describe('a figure in Arabic', () => {
  test.each<[count: number, said: string]>([
    [1, 'سنة'],
    [2, 'سنتين'],
    [3, '3 سنوات'],
    [11, '11 سنة'],
  ])('%d with its unit: one and two are said by the form of the unit alone', (count, said) => {
    expect(speaker.quantity('ar', 'years', count)).toBe(said);
  });

  test('a range keeps both its ends', () => {
    expect(speaker.quantity('ar', 'weeks', [1, 2])).toMatch(/^1 .* 2 /u);
  });

  test('has no comma between thousands, which is read as a decimal sign where French is', () => {
    expect(speaker.money('ar', cents(1_033_900))).toBe('10339 €');
    expect(speaker.number('ar', 12_345.5)).toBe('12345.5');
    expect(speaker.money('en', cents(1_033_900))).toBe('10,339 €');
    expect(speaker.money('es', cents(123_400))).toBe('1234 €');
  });
});

function twice(text: string): [string, string] {
  return [text, text];
}
