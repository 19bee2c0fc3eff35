import { describe, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { incoming, readText, takeTurn } from './talk.ts';

async function first(locale: string, text: string) {
  return takeTurn(incoming(text, 0, { locale }), freshState);
}

describe('what is told in front of a question is no subject beside it', () => {
  test.each([
    [
      'en',
      'My room mate slept two nights at the hospital in April, how do I declare a médecin traitant?',
      'declare-medecin-traitant',
    ],
    ['en', 'On Tuesday I broke my glasses while I was dancing, where do I find the CPAM of Dijon?', 'cpam-dijon'],
    ['en', 'the pharmacy was closed all weekend long, what is a mutuelle', 'mutuelle-what'],
    [
      'fr',
      "samedi je suis tombée dans l'escalier du métro, comment obtenir une carte Vitale ?",
      'carte-vitale-request',
    ],
    ['es', 'el mes pasado fui al dentista con mi prima, ¿qué es una mutuelle?', 'mutuelle-what'],
    ['de', 'letzte Woche war ich zweimal beim Zahnarzt, was ist eine mutuelle?', 'mutuelle-what'],
  ])('%s: “%s”', async (locale, text, intent) => {
    const turn = await first(locale, text);
    expect(turn.trace).toMatchObject({ listener: 'remark', intent });
    expect(readText(turn)).not.toContain('**Cost of');
  });
});

describe('what the question needs is left with it', () => {
  test.each([
    ['en', 'I paid the doctor 30 euros without a card, how do I get it back?'],
    ['en', 'how do I register and which papers do I need, and what does the mutuelle cost?'],
    ['en', 'I am Brazilian and I stay for nine months, do I have to?'],
    ['en', 'the doctor was nice'],
    ['en', 'I am from Norway and I stay until July, do I have to register with the sécu?'],
    ['fr', "j'ai perdu ma carte Vitale à la piscine hier soir, je fais comment ?"],
  ])('%s: “%s”', async (locale, text) => {
    expect((await first(locale, text)).trace.listener).not.toBe('remark');
  });
});
