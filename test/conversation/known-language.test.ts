import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { languageOf } from '../../src/conversation/reading/choose-language.ts';
import { isTerm } from '../../src/conversation/reading/says-alike.ts';
import { corpusOf } from '../../src/knowledge/corpus.ts';
import { trainedMatcher } from '../../src/training/trained-matcher.ts';
import { incoming, knowledge, takeTurn, talk } from './talk.ts';

/** Sentences of two words and more, without accents, with French terms in them: each by the language that it is in. */
type Line = { readonly lang: string; readonly text: string };
const lines = readFileSync(new URL('known-language.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);
const matcher = await trainedMatcher(corpusOf(knowledge), 'var');
const { languages: desk, originals } = knowledge;
const isSpoken = (language: string) => desk.includes(language);

function heardIn(text: string, conversation: string | null): string {
  const saysAlike = (language: string) => isTerm(knowledge, text, language);
  const { language, foreign } = languageOf(
    text,
    { conversation, locale: undefined, desk, originals, saysAlike },
    matcher,
  );
  return foreign ?? language;
}

describe.each(['en', 'fr', 'es', 'it', 'pt', 'de', 'nl', 'pl'])('%s', (language) => {
  const own = lines.filter(({ lang }) => lang === language);
  const isForeign = ['de', 'nl', 'pl'].includes(language);

  test.skipIf(!isForeign && !isSpoken(language))(
    'opens a conversation (skipped where the desk does not speak it)',
    () => {
      expect(own.length).toBeGreaterThan(1);
      expect(own.filter(({ text }) => heardIn(text, null) !== language)).toEqual([]);
    },
  );

  test.skipIf(!isSpoken(language) || originals.includes(language))('is switched to in the midst of one', () => {
    for (const before of desk.filter((other) => other !== language)) {
      const missed = own.filter(({ text }) => heardIn(text, before) !== language);
      expect(missed.length, missed.map(({ text }) => text).join(' | ')).toBeLessThanOrEqual(own.length / 10);
    }
  });
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
  test.skipIf(!isSpoken('es')).each([
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

test.skipIf(!isSpoken('it'))('who opens with a word that asks in another language speaks their own', async () => {
  const { trace } = await takeTurn(incoming('come back later with my documents', 0), freshState);
  expect(trace.language).toBe('en');
});
