import { describe, expect, test } from 'vitest';
import { oneAfterTheOther, talk } from './talk.ts';
import { scripts } from './scripts.ts';

describe('a few words after an answer are about it', () => {
  scripts([
    [
      'a way of doing it',
      [
        ['my carte vitale is broken', { intent: 'carte-vitale-lost' }],
        ['can I do that on the internet?', { intent: 'carte-vitale-lost', reads: ['ameli'] }],
        ['or on the phone?', { intent: 'carte-vitale-lost', reads: ['36 46'] }],
      ],
    ],
    [
      'a word that stands for it, nearer to nothing else of ours',
      [
        ['my carte vitale is broken', { intent: 'carte-vitale-lost' }],
        ['where can I order a new one', { intent: 'carte-vitale-lost' }],
      ],
    ],
    [
      'a word that stands for it, and seems to be of what is not ours',
      [
        ['my European card ends in March but my exchange goes on until July', { intent: 'ehic-expires' }],
        ['could I renew it from here', { intent: 'ehic-expires' }],
      ],
    ],
    [
      'how long: an age is none',
      [
        ['Can I ask for the CSS alone, without my parents?', { intent: 'css-under-25' }],
        ['how long does it take', { decision: 'clarify', never: ['Under 25 years you ask'] }],
      ],
    ],
    [
      'where it is sent',
      [
        ['a bill from the hospital', { intent: 'hospital-bill' }],
        ['and where should I post this', { intent: 'hospital-bill', reads: ['the number on the bill'] }],
      ],
    ],
    [
      'what comes back, of the care that was spoken of',
      [
        ['dental care', { intent: 'dental-care' }],
        ['how much of it back', { intent: 'dental-care', reads: ['60%'] }],
      ],
    ],
    [
      'a word that the answer has',
      [
        ['glasses and contact lenses', { intent: 'glasses' }],
        ['do I need a prescription', { listener: 'left-over', intent: 'glasses', reads: ['Get a prescription'] }],
      ],
    ],
    [
      'a case that the answer speaks of',
      [
        ['a bill from the hospital', { intent: 'hospital-bill' }],
        ['paid it already', { listener: 'left-over', intent: 'hospital-bill', reads: ['Keep bill and receipt'] }],
      ],
    ],
    [
      'nothing says it: a person is offered',
      [
        ['glasses and contact lenses', { intent: 'glasses' }],
        ['in blue?', { decision: 'clarify', reads: ['my sources say nothing on that'], offers: ['Talk to a person'] }],
      ],
    ],
    [
      'the language that is spoken already',
      [
        ['psychologist', { intent: 'psychologist' }],
        ['do they speak english?', { listener: 'bare-question', never: ['We go on in English'] }],
      ],
    ],
    [
      'a subject beside ours',
      [
        ['insurance for my flat', { intent: 'other-insurance' }],
        ['just one room', { decision: 'clarify', never: ['Crous'] }],
      ],
    ],
  ]);
});

describe('what is told of oneself is no answer to whether it helped', () => {
  test.each([
    ['en', 'what a mutuelle pays', "I haven't got one"],
    ['fr', 'ce que paie une mutuelle', "je n'en ai pas"],
    ['de', 'Was eine mutuelle zahlt', 'ich habe keine'],
    ['es', 'qué paga una mutuelle', 'no tengo ninguna'],
    ['it', 'che cosa paga una mutuelle', 'non ne ho'],
    ['pt', 'o que paga uma mutuelle', 'não tenho nenhuma'],
    ['zh', 'mutuelle报销什么', '我没有'],
    ['ar', 'ماذا تدفع mutuelle', 'ليس لدي'],
  ])('%s: %s, “%s”', async (locale, question, told) => {
    const [, turn] = await oneAfterTheOther(locale, question, told);
    expect(turn.trace.intent).toBe('mutuelle-where');
    expect(turn.trace.listener).toBe('bare-question');
  });
});

describe('who asks for somebody’s help after an answer is handed over', () => {
  test.each([
    ['en', 'how do I register online', 'could somebody show me how please'],
    ['fr', "comment s'inscrire en ligne", "est-ce que quelqu'un pourrait m'expliquer ça"],
    ['de', 'wie melde ich mich online an', 'könnte mich jemand dabei begleiten'],
    ['es', 'cómo me inscribo en línea', '¿hay alguien que pueda guiarme?'],
    ['it', 'come mi registro online', "c'è qualcuno che può spiegarmi questo?"],
    ['pt', 'como me inscrever online', 'há alguém que possa orientar-me?'],
    ['zh', '怎样网上注册医保', '请问有人可以协助我吗'],
    ['ar', 'كيف أسجل عبر الإنترنت', 'هل هناك أحد يشرح لي'],
  ])('%s: %s, “%s”', async (locale, question, wish) => {
    const [, turn] = await oneAfterTheOther(locale, question, wish);
    expect(turn.trace.decision).toBe('handover');
  });

  test('before anything was spoken of it is a greeting', async () => {
    await talk([['can somebody help me', { decision: 'smalltalk' }]]);
  });
});

describe('what names another subject, or is sure of one, leaves the last', () => {
  scripts([
    [
      'another one for whom it is',
      [
        ['how do I register online', { intent: 'how-to-register' }],
        ['and my children', { intent: 'family-members' }],
      ],
    ],
    [
      'thanks',
      [
        ['glasses and contact lenses', { intent: 'glasses' }],
        ['ok great thank you', { decision: 'smalltalk' }],
      ],
    ],
  ]);
});
