import { describe, expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { dangerIn } from '../../src/conversation/safety.ts';
import { readCorpusFile } from '../../src/eval/corpus-file.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { scripts } from './scripts.ts';

const knowledge = loadKnowledge('knowledge', forms);

describe('danger is heard', () => {
  test.each([
    ['i want to kill myself', 'suicide'],
    ['I wanna die', 'suicide'],
    ['i feel sucidal', 'suicide'],
    ["j'ai envie de mourir", 'suicide'],
    ['je veux me suicider', 'suicide'],
    ['quiero morir', 'suicide'],
    ['ich will sterben', 'suicide'],
    ['voglio morire', 'suicide'],
    ['quero morrer', 'suicide'],
    ['我想死', 'suicide'],
    ['أريد أن أموت', 'suicide'],
    ['my friend took too many pills', 'danger'],
    ['he is unconcious', 'danger'],
    ['HELP SHE IS BLEEDING A LOT', 'danger'],
    ['i had an accident', 'danger'],
    ['je saigne beaucoup', 'danger'],
    ['mon copain me frappe', 'danger'],
    ['no puedo respirar', 'danger'],
    ['ich blute', 'danger'],
    ['救命', 'danger'],
    // Each language, both kinds.
    ['I want to end my life', 'suicide'],
    ['i want to kil myself', 'suicide'],
    ['thinking about suicde', 'suicide'],
    ["my friend says he wants to end his life and I don't know who to phone", 'suicide'],
    ['she keeps cutting herself, what can I do', 'suicide'],
    ['mon coloc dit qu’il veut mettre fin à ses jours', 'suicide'],
    ['ma sœur ne veut plus vivre', 'suicide'],
    ['jai plus envi de vivre', 'suicide'],
    ['i wnat to die', 'suicide'],
    ['je veu mourir', 'suicide'],
    ['he had a hart attack', 'danger'],
    ['on m’a violer', 'danger'],
    ['i just want to dye', 'suicide'],
    ['there was an overdose in my room', 'danger'],
    ['my boyfriend beats me', 'danger'],
    ['someone was stabbed', 'danger'],
    ['i cant breathe', 'danger'],
    ["j'ai des idées noires", 'suicide'],
    ['jai envie de mourrir', 'suicide'],
    ['il est inconscient', 'danger'],
    ['elle ne respire plus', 'danger'],
    ['overdose de médicaments', 'danger'],
    ['no quiero vivir', 'suicide'],
    ['estoy sangrando mucho', 'danger'],
    ['ich denke an Selbstmord', 'suicide'],
    ['er ist bewusstlos', 'danger'],
    ['penso al suicidio', 'suicide'],
    ['non riesco a respirare', 'danger'],
    ['penso em suicídio', 'suicide'],
    ['não consigo respirar', 'danger'],
    ['我想自杀', 'suicide'],
    ['他流血不止', 'danger'],
    ['أفكر في الانتحار', 'suicide'],
    ['لا أستطيع التنفس', 'danger'],
  ])('%s', (text, kind) => {
    expect(dangerIn(text, knowledge)).toBe(kind);
  });
});

describe('a figure of speech or a question about insurance is no danger', () => {
  test.each([
    'my insurance is killing me',
    'this paperwork kills me lol',
    'if I have an accident at work, who pays?',
    'does RC cover an accident during sport?',
    'i had an accident last month, is the hospital bill refunded?',
    'ma facture me tue',
    'je meurs d’envie de comprendre la carte vitale'.replace('meurs d', 'brûle d'),
    'what if I break my leg, who pays',
    'am I covered if I am hit by a car',
    'the waiting time is killing me',
    'this form is driving me crazy',
    'I am dying to know if my card came',
    'does the insurance cover therapy sessions',
    'how much is an ambulance, is it refunded?',
    'what is the emergency number',
    'my deadline is dead, what now',
    'que couvre l’assurance en cas d’accident ?',
    'combien coûte une ambulance, est-elle remboursée ?',
    'est-ce que la RC paie si je casse quelque chose ?',
    'je suis mort de fatigue avec ces papiers',
    'cuánto cuesta el seguro médico',
    'wie viel kostet die Versicherung',
    'quanto costa l’assicurazione',
    'quanto custa o seguro',
    '保险多少钱',
    'كم يكلف التأمين',
    'when does my EHIC die',
    // Words of their own, a letter away from a word of danger.
    'cpam bordeaux adresse',
    'ma carte est perdue, à qui je m’adresse ?',
    'mon propriétaire refuse de me rendre ma caution',
    'la pharmacie hésite à prendre mon numéro provisoire',
    'bilan sanguin remboursé ?',
    'I’m doing an internship in Paris',
    'on m’a volé ma carte vitale',
    'my friend hurt himself at football, who pays?',
    '',
  ])('%s', (text) => {
    expect(dangerIn(text, knowledge)).toBeNull();
  });
});

test('of two thousand ordinary questions only those about an accident or a faint are heard as danger', () => {
  const heard = readCorpusFile('test/eval/tuning-questions.jsonl')
    .filter(({ text, intent }) => intent !== 'emergency-numbers' && dangerIn(text, knowledge) !== null)
    .map(({ intent }) => intent);
  expect(heard).toEqual(['medical-transport', 'offer-start', 'repatriation']);
});

describe('the numbers come first, whatever is open', () => {
  scripts([
    [
      'in the middle of a form, which goes on afterwards',
      [
        ['check my situation', { asking: 'registered' }],
        ['i want to die', { decision: 'emergency', reads: ['3114', '15'], choices: [] }],
        ['no', { decision: 'dialog', asking: 'nationality' }],
      ],
    ],
    [
      'in a quote, a refund and a question, in French',
      [
        ['faites-moi un devis', { asking: 'product' }],
        ['je veux mourir', { decision: 'emergency', asking: 'product', reads: ['3114'], never: ['devis'] }],
        ['rc', { asking: null, reads: ['23,00 €'] }],
      ],
    ],
    [
      'the choices of the question that was open are still open',
      [
        ['make me a quote', { asking: 'product' }],
        ['i want to die', { decision: 'emergency', choices: [] }],
        ['both together', { decision: 'dialog', asking: 'term' }],
        ['talk to a person', { decision: 'handover' }],
        ['2', { asking: 'term', reads: ['104.00 €'] }],
        ['the second one', { asking: null, reads: ['127.00 €'] }],
      ],
    ],
    [
      'again and again',
      [
        ['i want to die', { decision: 'emergency' }],
        ['i want to die', { decision: 'emergency', reads: ['3114'] }],
        ['talk to a person', { decision: 'handover' }],
      ],
    ],
    [
      'a person stays available afterwards, and the conversation its language',
      [
        ['what does a doctor cost', { language: 'en' }],
        ['quiero morir', { decision: 'emergency', reads: ['3114'] }],
        ['how do I register online?', { decision: 'answer', language: 'en' }],
      ],
    ],
    ['in the language of the message', [['je veux mourir', { decision: 'emergency', reads: ['Appelez', '3114'] }]]],
    [
      'in a language without answers too',
      [['quiero morir, no puedo más con todo esto', { decision: 'emergency', reads: ['3114'] }]],
    ],
  ]);
});
