import { describe, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { incoming, takeTurn, talk } from './talk.ts';

async function hear(locale: string, text: string) {
  const { trace } = await takeTurn(incoming(text, 0, { locale }), freshState);
  const own = (trace.facts ?? []).filter((fact) => fact.for === 'student').map(({ field }) => field);
  return { asking: trace.asking, outcome: trace.outcome, own };
}

describe('a case that is told with one more detail opens the check, and stays the student’s', () => {
  test.each([
    ['en', 'ghanaian, bachelor in reims, my fiance follows me next summer'],
    ['en', 'ecuadorian in lille for 18 months, my niece studies here as well'],
    ['en', 'danish, 01/09/26 to 31/01/27 in pau, card until 31/12/26'],
    ['en', 'swedish, ehic till 2030, ten months in metz'],
    ['en', 'nepali, 3 years in dijon, i adore the cheese'],
    ['fr', 'camerounais, doctorat à metz, mon épouse arrive en mai'],
    ['fr', 'philippine, 8 mois à pau, je suis venue une fois pour des vacances'],
    ['de', 'kolumbianer, bachelor in lille, mein bruder wohnt auch in frankreich'],
    ['es', 'boliviana, doctorado en metz, mi hermano llega en mayo'],
    ['it', 'argentino, dottorato a metz, mia moglie arriva a maggio'],
    ['pt', 'guineense, mestrado em metz, a minha namorada chega em maio'],
    ['zh', '泰国人，在里昂读博士，我妹妹五月也来'],
    ['ar', 'سنغالي، دكتوراه في ليون، أختي تأتي في مايو'],
  ])('%s: %s', async (locale, text) => {
    const { asking, outcome, own } = await hear(locale, text);
    expect(asking ?? outcome).not.toBeNull();
    expect(own.length).toBeGreaterThan(1);
  });

  test('when the other comes is no day of theirs', async () => {
    const { own } = await hear('fr', 'gambien, master à metz, mon épouse me rejoindra en avril');
    expect(own).toEqual(['school', 'nationality']);
  });

  test('whoever is named first is who the case is told of', async () => {
    const { own } = await hear('en', 'my sister is 21, Tunisian, she studies in Lille for 2 years');
    expect(own).toEqual([]);
  });
});

test.each([
  ['en', 'snow has been falling for two days in strasbourg'],
  ['en', 'a vietnamese place near the station, 12 euros a menu'],
  ['en', 'the flight to portugal takes 2 hours'],
  ['en', 'I have been learning Korean at the university for three years'],
  ['fr', 'ma colocataire polonaise fait du piano depuis 6 ans'],
  ['fr', 'le bus pour l’espagne part à 9 h'],
  ['de', 'mein fahrrad ist 3 jahre alt und aus holland'],
  ['es', 'mi gata tiene 5 años y es siamesa'],
])('numbers and countries that are no case open nothing, in %s: %s', async (locale, text) => {
  const { asking, outcome } = await hear(locale, text);
  expect([asking, outcome]).toEqual([null, null]);
});

test('who says no a second time is not met with the same regret', () =>
  talk([
    ['what is the cvec', {}],
    ['no', { reads: ['Sorry that it did not help'] }],
    ['no', { never: ['Sorry'], offers: ['Talk to a person'] }],
  ]));

describe('who comes back after years is told to have rights opened again', () => {
  test.each([
    ['en', 'i still own a carte vitale of 2018 and come back for a phd', 'already registered'],
    ['fr', 'j’ai encore ma carte vitale de 2018, me voilà de retour pour une thèse', 'vous êtes déjà inscrit :'],
  ])('%s: %s', async (locale, text, decided) => {
    await talk([[text, { intent: 'coming-back', never: [decided] }]], { locale });
  });

  test('also in the check', () =>
    talk([
      ['check my situation', {}],
      ['yes I have a carte vitale and come back for a phd', { reads: ['registration counts again only'] }],
    ]));
});
