import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { languageOf } from '../../src/conversation/reading/choose-language.ts';
import { isTerm } from '../../src/conversation/reading/says-alike.ts';
import { incoming, knowledge, matcher, takeTurn, talk } from './talk.ts';

/** Sentences of two words and more, without accents, with French terms in them: each by the language that it is in. */
type Line = { readonly lang: string; readonly text: string };
const lines = readFileSync(new URL('known-language.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);
const { languages: desk, originals } = knowledge;

function heardIn(text: string, conversation: string | null): string {
  const saysAlike = (language: string) => isTerm(knowledge, text, language);
  const { language, foreign } = languageOf(
    text,
    { conversation, locale: undefined, desk, originals, saysAlike },
    matcher,
  );
  return foreign ?? language;
}

const linesIn = (language: string) => lines.filter(({ lang }) => lang === language);

test.each(['en', 'fr', 'es', 'it', 'pt', 'de', 'nl', 'pl'])('%s opens a conversation', (language) => {
  const own = linesIn(language);
  expect(own.length).toBeGreaterThan(1);
  expect(own.filter(({ text }) => heardIn(text, null) !== language)).toEqual([]);
});

test.each(['es', 'it', 'pt'])('%s is switched to in the midst of one', (language) => {
  const own = linesIn(language);
  for (const before of desk.filter((other) => other !== language)) {
    const missed = own.filter(({ text }) => heardIn(text, before) !== language);
    expect(missed.length, missed.map(({ text }) => text).join(' | ')).toBeLessThanOrEqual(own.length / 10);
  }
});

describe('what is quoted is no switch', () => {
  test.each(['feuille de soins', 'attestation de droits', 'carte vitale', 'médecin traitant', 'numéro provisoire'])(
    '%s',
    (term) => {
      for (const language of desk) expect([language, heardIn(term, language)]).toEqual([language, language]);
    },
  );

  test.each(['São Paulo', 'Rio de Janeiro', 'El Salvador', 'Costa Rica', 'Buenos Aires'])(
    '%s, where a nationality is asked for',
    async (place) => {
      await talk([
        ['check my situation', { asking: 'registered' }],
        ['no', { asking: 'nationality' }],
        [place, { language: 'en' }],
      ]);
    },
  );
});

describe('a switch keeps what was told', () => {
  test.each([
    ['es', 'todavía no estoy inscrito', '9 meses'],
    ['it', 'non sono ancora iscritto', '9 mesi'],
    ['pt', 'ainda não estou inscrito', '9 meses'],
    ['fr', 'je ne suis pas encore inscrit', '9 mois'],
  ])('to %s', async (language, registered, stay) => {
    await talk([
      ['check my situation: Brazilian, no job', { language: 'en', asking: 'registered' }],
      [registered, { language, asking: 'stayMonths' }],
      [stay, { language, row: 'D29' }],
    ]);
  });
});

test('who opens with a word that asks in another language speaks their own', async () => {
  const { trace } = await takeTurn(incoming('come back later with my documents', 0), freshState);
  expect(trace.language).toBe('en');
});
