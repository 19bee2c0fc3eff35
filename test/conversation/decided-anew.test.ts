import { describe, test } from 'vitest';
import { talk, type Line } from './talk.ts';

describe('a fact told otherwise after a decision is decided anew, whatever topic it is like', () => {
  test.each([
    [
      'en',
      ['check my situation', 'no', 'Portuguese', 'until April 2027', 'no', 'no', 'until June 2027'],
      'hang on, my card is valid until 2029',
      'and I do work 6 hours a week',
    ],
    [
      'fr',
      ['examiner ma situation', 'non', 'portugaise', "jusqu'en avril 2027", 'non', 'non', "jusqu'en juin 2027"],
      'non attendez, ma carte va jusqu’en 2029',
      'et je travaille six heures par semaine',
    ],
    [
      'de',
      ['meine Situation prüfen', 'nein', 'portugiesisch', 'bis April 2027', 'nein', 'nein', 'bis Juni 2027'],
      'ach nein, meine Karte ist bis 2029 gültig',
      'und ich arbeite sechs Stunden pro Woche',
    ],
    [
      'es',
      ['comprobar mi situación', 'no', 'portuguesa', 'hasta abril de 2027', 'no', 'no', 'hasta junio de 2027'],
      'ay no, mi tarjeta es válida hasta 2029',
      'y trabajo seis horas por semana',
    ],
    [
      'it',
      ['verificare la mia situazione', 'no', 'portoghese', 'fino ad aprile 2027', 'no', 'no', 'fino a giugno 2027'],
      'scusi, la mia tessera è valida fino al 2029',
      'e lavoro sei ore a settimana',
    ],
    [
      'pt',
      ['verificar a minha situação', 'não', 'portuguesa', 'até abril de 2027', 'não', 'não', 'até junho de 2027'],
      'ah não, o meu cartão é válido até 2029',
      'e trabalho seis horas por semana',
    ],
    [
      'zh',
      ['查看我的情况', '没有', '葡萄牙', '到2027年4月', '没有', '没有', '到2027年6月'],
      '等等，我的卡2029年到期',
      '我还打工',
    ],
    [
      'ar',
      ['تحقق من وضعي', 'لا', 'برتغالي', 'حتى أبريل 2027', 'لا', 'لا', 'حتى يونيو 2027'],
      'لا مهلا، بطاقتي صالحة حتى 2029',
      'وأعمل في مطعم',
    ],
  ])('in %s', async (locale, answers, corrected, more) => {
    const said = answers.map((text, at): Line => [text, at === answers.length - 1 ? { asking: null, row: 'D24' } : {}]);
    await talk([...said, [corrected, { asking: null, row: 'D22' }], [more, { asking: null, row: 'D21' }]], { locale });
  });
});

describe('after a decision', () => {
  const decided: readonly Line[] = [
    ['check my situation', {}],
    ['no', {}],
    ['Chile, no job', {}],
    ['9 months', { asking: null, row: 'D29' }],
  ];

  test('a correction is of it whatever was asked since, and thanks are no other subject', async () => {
    await talk([
      ...decided,
      ['what does RC cost?', { intent: 'rc-price' }],
      ['sorry, I stay just 2 months', { row: 'D28' }],
    ]);
    await talk([...decided, ['thank you', {}], ['I stay just 2 months', { row: 'D28' }]]);
  });

  test('a question is none', async () => {
    await talk([...decided, ['how long does the final number take?', { intent: 'final-number-wait' }]]);
  });

  test('until a month may be of the card or of the stay: it is asked which, until one is chosen', async () => {
    await talk([
      ['check my situation', {}],
      ['no', {}],
      ['Croatian', {}],
      ['until March 2027', {}],
      ['no', {}],
      ['no', {}],
      ['until June 2027', { asking: null }],
      ['sorry, until May 2027', { choices: ['stay until 31 May 2027', 'card valid until 31 May 2027'] }],
      ['why do you ask', { choices: ['stay until 31 May 2027', 'card valid until 31 May 2027'] }],
      ['card valid until 31 May 2027', { asking: null, reads: ['ends before your stay does'] }],
    ]);
  });
});
