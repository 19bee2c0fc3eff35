import { describe, test } from 'vitest';
import { talk, type Line } from './talk.ts';

const opened: Readonly<Record<string, readonly [string, string]>> = {
  en: ['check my situation', 'no'],
  fr: ['examiner ma situation', 'non'],
  de: ['meine Situation prüfen', 'nein'],
  es: ['comprobar mi situación', 'no'],
  it: ['verificare la mia situazione', 'no'],
  pt: ['verificar a minha situação', 'não'],
  ar: ['تحقق من وضعي', 'لا'],
};

function atNationality(locale: string): readonly Line[] {
  const [open, no] = opened[locale] ?? ['', ''];
  return [
    [open, { asking: 'registered' }],
    [no, { asking: 'nationality' }],
  ];
}

describe('what is said in a form, and is neither an answer nor a question', () => {
  test.each([
    ['en', 'so my parents pay for all of it', 'follows from your answers'],
    ['fr', 'du coup je cotise deux fois', 'découle de vos réponses'],
    ['es', 'así que pago en los dos países', 'sale de sus respuestas'],
    ['it', 'quindi pago in due paesi', 'risulta dalle Sue risposte'],
    ['pt', 'ou seja pago em dois países', 'resulta das suas respostas'],
    ['ar', 'يعني ادفع في البلدين', 'إجاباتك'],
  ])('what is concluded hangs on the answers, in %s: %s', async (locale, said, reads) => {
    await talk([...atNationality(locale), [said, { asking: 'nationality', reads: [reads] }]], { locale });
  });

  test.each([
    ['en', 'my girlfriend is Finnish', 'about somebody else'],
    ['fr', 'ma femme est danoise', 'une autre personne'],
    ['es', 'mi hermana es italiana', 'otra persona'],
    ['it', 'mio fratello è svizzero', "un'altra persona"],
  ])('what is told of another person is asked of oneself, in %s: %s', async (locale, said, reads) => {
    await talk([...atNationality(locale), [said, { asking: 'nationality', reads: [reads] }]], { locale });
  });

  test.each([
    ['en', 'nope', 'your passport'],
    ['fr', 'aucune', 'votre passeport'],
    ['de', 'nichts', 'Ihres Passes'],
    ['es', 'nada', 'su pasaporte'],
    ['it', 'niente', 'Suo passaporto'],
    ['pt', 'nenhuma', 'seu passaporte'],
    ['ar', 'لا', 'جواز سفرك'],
  ])('a no to what has none is asked in other words, with a person, in %s: %s', async (locale, said, reads) => {
    const person = { en: 'Talk to a person', fr: 'Parler à une personne' }[locale];
    const offers = person === undefined ? [] : [person];
    await talk([...atNationality(locale), [said, { asking: 'nationality', reads: [reads], offers }]], { locale });
  });

  test.each([
    ['en', 'yes i rent a studio in Reims', 'Registered means'],
    ['fr', 'oui je loge à Toulon', 'Être inscrit veut dire'],
    ['de', 'ja ich wohne in Metz', 'Angemeldet heißt'],
    ['it', 'sì ho solo il codice provvisorio', 'Registrato vuol dire'],
  ])('a yes to something else is explained, and no other subject, in %s: %s', async (locale, said, reads) => {
    const [open = ''] = opened[locale] ?? [];
    await talk(
      [
        [open, { asking: 'registered' }],
        [said, { asking: 'registered', reads: [reads] }],
      ],
      { locale },
    );
  });

  test('a question is answered all the same, and what is asked next may be about the answer', async () => {
    await talk([
      ...atNationality('en'),
      ['so how do I register?', { intent: 'how-to-register', asking: 'nationality' }],
      ['what does a doctor cost?', { intent: 'gp-price', asking: 'nationality' }],
      ['and how long does it take', { intent: 'refund-delay', asking: 'nationality' }],
    ]);
  });
});

describe('after a hand-over', () => {
  test.each([
    ['en', 'talk to a person', 'when does somebody write back to me'],
    ['fr', 'parler à une personne', 'on me répond dans combien de temps'],
    ['de', 'mit einem Menschen sprechen', 'wie lange dauert es bis jemand schreibt'],
    ['es', 'hablar con una persona', 'cuánto tardan en escribirme'],
    ['it', 'parlare con una persona', 'in quanto tempo mi scrivono'],
    ['pt', 'falar com uma pessoa', 'quando me respondem'],
    ['zh', '人工', '他们什么时候联系我'],
    ['ar', 'أريد التحدث مع شخص', 'متى يتصلون'],
  ])('when a person answers is asked in one’s own words, in %s: %s', async (locale, person, asked) => {
    await talk(
      [
        [person, { decision: 'handover' }],
        [asked, { listener: 'after-handover' }],
      ],
      { locale },
    );
  });
});

// To "are you registered?" it was a yes, and a decision.
describe('what turns to another thing is no yes', () => {
  test.each([
    ['en', 'I am Peruvian and stay until July', 'and the temporary number', 'temporary-number'],
    ['fr', 'je suis péruvien et je reste jusqu’en juillet', 'et le numéro provisoire', 'temporary-number'],
    ['es', 'soy de Bolivia, hasta julio', 'y el número provisional', 'temporary-number'],
    ['de', 'ich komme aus Ghana, bis Juli', 'und die vorläufige Nummer', 'temporary-number'],
  ])('%s: %s, then “%s”', async (locale, told, said, intent) => {
    await talk(
      [
        [told, { asking: 'registered' }],
        [said, { decision: 'answer', intent, asking: 'registered' }],
      ],
      { locale },
    );
  });

  test('and a yes is one', async () => {
    await talk([
      ['I am Peruvian and stay until July', { asking: 'registered' }],
      ['and yes, with a temporary number', { decision: 'dialog', asking: null }],
    ]);
  });
});

test('what only another form can tell is asked in the midst of one', async () => {
  await talk([
    ['I am Peruvian and stay until July', { asking: 'registered' }],
    ['when does my temporary number expire, i got it 5 march', { intent: 'deadline', reads: ['5 December 2026'] }],
  ]);
});
