import { describe, expect, test } from 'vitest';
import { openLexicon } from '../../../src/core/danger/lexicon.ts';
import { readWords } from '../../../src/core/danger/read-words.ts';
import { writeLexicon } from '../../../src/core/danger/write-lexicon.ts';

const lexicon = openLexicon(
  writeLexicon({
    en: { bleed: ['bleed*'], not: ["can't", 'no longer'], help: ['call … ambulance'], unconscious: ['unconscious'] },
    ar: { blood: ['دم'] },
    zh: { die: ['想死'] },
  }),
  (word) => word === 'unconsciousness',
  () => false,
);
const meant = (text: string): string[] =>
  lexicon.mentionsIn(readWords(text).words).map(({ concept }) => lexicon.concepts[concept] ?? '');

describe('words are found as people write them', () => {
  test.each([
    ['a beginning', 'he is BLEEDING', ['bleed']],
    ['an apostrophe, of any kind or none', 'can’t cant can t', ['not', 'not', 'not']],
    ['words between', 'call me an ambulance', ['help']],
    ['too many words between', 'call me if you ever see an ambulance', []],
    ['a letter wrong', 'unconcious', ['unconscious']],
    ['another real word', 'unconsciousness', []],
    ['figures for letters', 'unc0nsc1ous', ['unconscious']],
    ['letters held down', 'bleedinggg', ['bleed']],
    ['an Arabic article', 'الدم', ['blood']],
    ['characters without spaces', '我真的想死了', ['die']],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(meant(text)).toEqual(expected);
  });
});

test('a text is read to its end, sentence by sentence', () => {
  const { words, sentences } = readWords('one two. '.repeat(5_000));
  expect(words).toHaveLength(10_000);
  expect(sentences).toHaveLength(5_000);
});
