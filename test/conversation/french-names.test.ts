import { describe, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { incoming, takeTurn } from './talk.ts';

async function languageOf(text: string, locale: string): Promise<string> {
  return (await takeTurn(incoming(text, 0, { locale }), freshState)).trace.language;
}

describe('a French name or a quoted line leaves the language of the message', () => {
  test.each([
    ['en', 'must I sign up on ameli étudiant étranger too?'],
    ['es', 'tengo que darme de alta en ameli étudiant étranger?'],
    ['it', 'devo iscrivermi su étudiant étranger ameli?'],
    ['pt', 'crio conta no site étudiant étranger?'],
    ['de', 'muss ich bei ameli étudiant étranger etwas tun?'],
    ['it', "quando scade l'attestation provisoire"],
    ['it', "a cosa serve l'attestation de droits"],
    ['es', 'cuánto vale el numéro provisoire'],
    ['en', 'the page tells me "votre session a expiré", is it lost?'],
    ['es', 'me escriben "il manque une pièce à votre dossier", qué mando?'],
    ['pt', 'diz "veuillez patienter quelques semaines", quanto tempo é?'],
    ['de', 'in der Mail steht „votre carte est en fabrication“'],
    ['zh', '邮件里说“votre carte est en fabrication”'],
    ['ar', 'وصلتني رسالة "votre carte est en fabrication"'],
    ['fr', 'que signifie "your session has expired" sur le site'],
  ])('%s: %s', async (locale, text) => {
    expect(await languageOf(text, locale)).toBe(locale);
  });

  test.each([
    ['en', 'je suis sur ameli étudiant étranger, où est mon numéro ?', 'fr'],
    ['en', "où trouver l'attestation de droits", 'fr'],
  ])('what is French around it stays French (%s): %s', async (locale, text, language) => {
    expect(await languageOf(text, locale)).toBe(language);
  });
});
