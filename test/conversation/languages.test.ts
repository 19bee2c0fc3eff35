import { describe, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { scripts } from './scripts.ts';
import { incoming, takeTurn, talk } from './talk.ts';

describe('the language of a conversation', () => {
  scripts([
    [
      'is that of the first message',
      [['combien coûte une consultation chez le médecin', { language: 'fr', reads: ['30 €'] }]],
    ],
    [
      'is kept by short answers',
      [
        ['combien coûte une consultation chez le médecin', { language: 'fr' }],
        ['ok', { language: 'fr' }],
      ],
    ],
    [
      'is not French because of a French term',
      [
        ['how do I get my carte vitale', { language: 'en' }],
        ['carte vitale photo?', { language: 'en' }],
      ],
    ],
    [
      'changes with a whole sentence in the other language',
      [
        ['how much does a doctor cost', { language: 'en' }],
        ['et combien me rembourse la sécurité sociale après la visite ?', { language: 'fr' }],
      ],
    ],
    [
      'without answers yet is told so in that language',
      [
        [
          'ik heb een zorgverzekering nodig om zes maanden in Frankrijk te studeren',
          {
            decision: 'clarify',
            reads: ['Nederlands', 'Engels'],
            offers: ['Check my situation', 'English', 'Français'],
          },
        ],
        ['English', { decision: 'command', reads: ['English'] }],
      ],
    ],
  ]);
});

describe('switching on request', () => {
  scripts([
    [
      'to French, outside a form',
      [
        ['what does a doctor cost', { language: 'en' }],
        ['en français svp', { decision: 'command', reads: ['30 €'] }],
        ['ok', { language: 'fr' }],
      ],
    ],
    [
      'to French and back, in a form: the facts stay',
      [
        ['check my situation: Brazilian, no job', { asking: 'registered' }],
        ['en français svp', { decision: 'command', asking: 'registered' }],
        ['non', { asking: 'stayMonths', language: 'fr' }],
        ['in english please', { decision: 'command', asking: 'stayMonths', reads: ['How long'] }],
        ['9 months', { row: 'D29' }],
      ],
    ],
    [
      'a whole sentence in the other language in a form',
      [
        ['check my situation', { asking: 'registered' }],
        ['non, je ne suis pas encore inscrit à la sécurité sociale', { asking: 'nationality', language: 'fr' }],
      ],
    ],
    [
      'a country, a date or a number does not switch',
      [
        ['check my situation', {}],
        ['no', { asking: 'nationality' }],
        ['France', { language: 'en' }],
        ['back', { language: 'en' }],
        ['Brazil', { language: 'en' }],
        ['1 June 2027', { language: 'en' }],
      ],
    ],
  ]);
});

describe('a language without answers yet', () => {
  scripts([
    ['Dutch', [['hoe kan ik mij hier inschrijven voor de verzekering', { reads: ['Nederlands', 'Engels'] }]]],
    ['Polish', [['potrzebuję ubezpieczenia zdrowotnego na studia we Francji', { reads: ['polsku', 'angielski'] }]]],
    [
      'Japanese',
      [['フランスに留学するための健康保険が必要です', { decision: 'clarify', offers: ['English', 'Français'] }]],
    ],
    ['Russian', [['Мне нужна медицинская страховка для учёбы во Франции', { reads: ['по-русски'] }]]],
    [
      'in the midst of a conversation they stand in its language',
      [
        ['combien coûte une consultation chez le médecin', { language: 'fr' }],
        [
          'hoe lang moet ik nog op mijn carte vitale wachten',
          { reads: ['Nederlands'], offers: ["Ce qu'est la carte Vitale"] },
        ],
      ],
    ],
    [
      'then French is chosen',
      [
        ['ik heb een zorgverzekering nodig om zes maanden in Frankrijk te studeren', { decision: 'clarify' }],
        ['Français', { decision: 'command', reads: ['français'] }],
        ['ok', { language: 'fr' }],
      ],
    ],
  ]);
});

test('the likeliest topics stand in English, and are answered in it, whatever the page is in', async () => {
  const title = 'What the carte Vitale is';
  const asked = 'hoe lang moet ik nog op mijn carte vitale wachten';
  await talk(
    [
      [asked, { decision: 'clarify', reads: ['Nederlands'], offers: [title] }],
      [title, { intent: 'carte-vitale-what', language: 'en' }],
    ],
    { locale: 'fr' },
  );
});

describe('danger and the language of what comes after it', () => {
  scripts([
    [
      'who tells of danger in another language that is answered is answered in it from there on',
      [
        ['what does a doctor cost', { language: 'en' }],
        ['Hilfe, mein Nachbar liegt auf dem Boden und atmet nicht mehr', { decision: 'emergency', language: 'de' }],
        ['danke', { language: 'de', reads: ['Gern'] }],
      ],
    ],
    [
      'danger in a language that is not answered leaves the conversation its own',
      [
        ['Was kostet ein Besuch beim Arzt?', { language: 'de' }],
        ['zijn vader en zijn moeder zeggen dat hij bewusteloos is, i cant breathe', { decision: 'emergency' }],
        ['danke', { language: 'de', reads: ['Gern'] }],
      ],
    ],
  ]);
});

describe('a bare courtesy', () => {
  test.each([
    ['non merci', 'fr'],
    ['nan merci', 'fr'],
    ['no grazie', 'it'],
    ['nein danke', 'de'],
    ['no thanks', 'en'],
    ['no gracias', 'es'],
    ['não obrigada', 'pt'],
    ['不用了谢谢', 'zh'],
    ['لا شكرا', 'ar'],
  ])('“%s” as the first words is %s', async (says, language) => {
    const { trace } = await takeTurn(incoming(says, 0), freshState);
    expect(trace.language).toBe(language);
  });

  test.each(['fr', 'de', 'es', 'zh'])('“ok” and “no” keep to the page in %s', async (locale) => {
    for (const says of ['ok', 'no']) {
      const { trace } = await takeTurn(incoming(says, 0, { locale }), freshState);
      expect(trace.language).toBe(locale);
    }
  });
});
