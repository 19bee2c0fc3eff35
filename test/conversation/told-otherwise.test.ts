import { describe, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { incoming, readText, takeTurn } from './talk.ts';
import { scripts } from './scripts.ts';

/** A question of the desk's in each language. */
const asked: Readonly<Record<string, string>> = {
  en: 'how do I register online?',
  fr: "comment s'inscrire à la sécu",
  es: 'cómo me inscribo en la seguridad social francesa',
  it: 'come mi iscrivo alla sicurezza sociale francese',
  pt: 'como me inscrevo na segurança social francesa',
  de: 'wie melde ich mich bei der französischen Krankenversicherung an',
  zh: '怎么网上注册法国社保',
  ar: 'كيف أسجل في الضمان الاجتماعي الفرنسي',
};

async function after(locale: string, says: string) {
  const before = await takeTurn(incoming(asked[locale] ?? '', 0, { locale }), freshState);
  // What stands beneath an answer is no part of it.
  return takeTurn(incoming(says, 1, { locale }), { ...before.state, dialogs: null, beneath: false });
}

describe('what others say is no subject, and nobody is told that they are wrong', () => {
  test.each([
    ['en', 'hmm the lady at caf told me the opposite', 'who said what'],
    ['en', 'that is not what my roommate says', 'who said what'],
    ['en', 'but ameli said something different!', 'who said what'],
    ['en', 'i disagree', 'who said what'],
    ['en', 'so who should i believe', 'who said what'],
    ['fr', "mais ma fac m'a dit le contraire", 'qui a dit quoi'],
    ['fr', 'mon coloc dit que non', 'qui a dit quoi'],
    ['fr', 'euh, ce nest pas ce que dit ameli', 'qui a dit quoi'],
    ['es', 'pero mi casero dice lo contrario', 'quién dijo qué'],
    ['it', 'la mia scuola ha detto il contrario', 'chi ha detto che cosa'],
    ['pt', 'mas o meu senhorio diz o contrário', 'quem disse o quê'],
    ['de', 'aber meine Uni sagt das Gegenteil', 'wer was gesagt hat'],
    ['zh', '可是房东说的不一样', '谁说了什么'],
    ['ar', 'لكن مدرستي قالت العكس', 'بمن قال ماذا'],
  ])('%s: “%s”', async (locale, says, reads) => {
    const turn = await after(locale, says);
    expect(turn.trace).toMatchObject({ listener: 'reaction', decision: 'answer' });
    expect(readText(turn)).toContain(reads);
  });
});

describe('what was done already, or does not work, is not advised again, and not called done', () => {
  test.each([
    ['en', 'yes but i have done that', 'not repeat'],
    ['en', 'i called them twice already', 'not repeat'],
    ['en', 'it still does not work', 'not repeat'],
    ['fr', 'ça je l’ai déjà fait', 'ne répète donc pas'],
    ['fr', 'déjà appelé trois fois', 'ne répète donc pas'],
    ['es', 'eso ya lo hice', 'no repito'],
    ['it', 'l’ho già fatto', 'non ripeto'],
    ['pt', 'isso já fiz', 'não repito'],
    ['de', 'das habe ich schon gemacht', 'diesen Schritt nicht noch einmal'],
    ['zh', '我已经试过了', '不再重复'],
    ['ar', 'لقد فعلت ذلك', 'لن أكرر'],
  ])('%s: “%s”', async (locale, says, reads) => {
    const turn = await after(locale, says);
    expect(turn.trace).toMatchObject({ listener: 'reaction', decision: 'answer' });
    expect(turn.replies[0]?.choices.length).toBeGreaterThan(0);
    expect(readText(turn)).toContain(reads);
  });
});

describe('what names a subject, or tells of oneself, is none of both', () => {
  test.each([
    ['en', 'is the mutuelle of the school something different'],
    ['en', 'i already have a social security number'],
    ['en', 'my card does not work'],
    ['en', 'i dont work'],
    ['en', 'the student site does not work'],
    ['es', 'la página no funciona'],
    ['fr', 'ma carte vitale marche pas'],
    ['fr', "j'ai autre chose à demander sur la mutuelle"],
    ['de', 'ich habe schon eine Versicherung'],
  ])('%s: “%s”', async (locale, says) => {
    const turn = await after(locale, says);
    expect(readText(turn)).not.toMatch(
      /who said what|do not repeat|qui a dit quoi|ne répète donc pas|quién dijo qué|no repito|wer was gesagt|diesen Schritt nicht/u,
    );
  });
});

scripts([
  [
    'to the question of a form it is the answer',
    [
      ['check my situation', { asking: 'registered' }],
      ['yes I did that already', { decision: 'dialog' }],
    ],
  ],
]);
