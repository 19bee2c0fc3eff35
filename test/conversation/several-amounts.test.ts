import { describe, test } from 'vitest';
import { talk } from './talk.ts';

describe('asked how much of what has several amounts, the whole answer is said', () => {
  test.each([
    ['en', 'surgery and two days in hospital', 'so how much will I pay in total', '23 €'],
    ['fr', "on m'a opéré, deux jours d'hôpital", 'et ça me coûtera combien', '23 €'],
    ['de', 'ich hatte eine Operation im Krankenhaus', 'was muss ich dafür bezahlen?', '23 €'],
    ['es', 'me hicieron una operación en el hospital', '¿y cuánto voy a pagar?', '23 €'],
    ['it', "ho avuto un'operazione in ospedale", 'e quanto mi costerà?', '23 €'],
    ['pt', 'fiz uma operação no hospital', 'e quanto vai custar?', '23 €'],
    ['zh', '我在医院做手术', '自己付多少？', '23欧元'],
    ['ar', 'دخلت المستشفى لعملية جراحية', 'كم سيكلفني؟', '23 €'],
  ] as const)('%s: after an operation', async (locale, stay, asked, daily) => {
    await talk(
      [
        [stay, { intent: 'hospital-stay-cost' }],
        [asked, { intent: 'hospital-stay-cost', listener: 'bare-question', reads: [daily, '32'] }],
      ],
      { locale },
    );
  });

  test('"is everything free" after a pregnancy is not about registering, nor is what the sécu pays for a crown', async () => {
    await talk([
      ["I'm expecting a baby", { intent: 'pregnancy' }],
      ['is all of it free?', { intent: 'pregnancy', reads: ['70%', '100%'] }],
    ]);
    await talk([
      ['a crown for my tooth', { intent: 'dental-care' }],
      ['what does the sécu give', { intent: 'dental-care', reads: ['60%'], never: ['217 €'] }],
    ]);
  });
});

describe('under 18 nothing is kept of what comes back', () => {
  test.each([
    ['en', 'I am 16, how much is refunded when I see a GP?'],
    ['de', 'ich bin 17, wie viel kommt vom Hausarzt zurück?'],
    ['fr', "j'ai 16 ans, qu'est-ce qu'on me rend sur une visite chez le généraliste ?"],
  ] as const)('%s: said to who tells their age', async (locale, asked) => {
    await talk([[asked, { intent: 'gp-refund', reads: ['21'] }]], { locale });
  });
});

describe('opened as what was asked', () => {
  test('what follows when nobody registers is no yes', async () => {
    await talk([['what if I never sign up?', { intent: 'fine', never: ['Yes'] }]]);
  });

  test('the mutuelle of an employer is compulsory: a no would say the contrary', async () => {
    await talk([
      [
        'am I free to refuse the mutuelle of my employer?',
        { intent: 'mutuelle-obligatory', never: ['No:'], reads: ['Our pages do not say'] },
      ],
    ]);
  });

  test.each([
    ['en', 'my parents insure me from home, will that do?'],
    ['es', 'mis padres me pagan un seguro en mi país, ¿me alcanza?'],
    ['pt', 'os meus pais têm seguro no meu país que me cobre, chega?'],
  ] as const)("%s: the parents' insurance at home is a private one", async (locale, asked) => {
    await talk([[asked, { intent: 'private-instead-of-public' }]], { locale });
  });
});
