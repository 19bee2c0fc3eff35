import { describe, expect, test } from 'vitest';
import { forms } from '../../../dialogs/index.ts';
import { abbreviationsOf } from '../../../src/core/matching/lexicon.ts';
import { written } from '../../../src/core/matching/rewrite.ts';
import { corpusOf } from '../../../src/knowledge/corpus.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { fold } from '../../../src/text/fold.ts';
import { segment } from '../../../src/text/segment.ts';

const { languages } = corpusOf(loadKnowledge('knowledge', forms));
const abbreviations = abbreviationsOf(languages);
const french = languages.findIndex(({ language }) => language === 'fr');

describe('a short form is not taken for what an apostrophe leaves of a word', () => {
  test.each([
    ["je n'ai pas de carte", 'je n ai pas de carte'],
    ["ce n'est pas fini", 'ce n est pas fini'],
    ["ils n'ont rien reçu", 'ils n ont rien recu'],
    ['mon n° provisoire', 'mon numero provisoire'],
    ['n° de sécu', 'numero de securite sociale'],
    ["c'est quoi", 'c est quoi'],
    ['c quoi', 'c est quoi'],
  ])('%s', (text, read) => {
    expect(written(segment(fold(text)), abbreviations[french]).join(' ')).toBe(read);
  });
});
