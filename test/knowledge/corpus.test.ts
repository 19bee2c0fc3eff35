import { expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { corpusOf } from '../../src/knowledge/corpus.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { aFolder } from './a-folder.ts';

const corpus = corpusOf(
  loadKnowledge(
    aFolder({
      'languages/en/phrases/intents.yaml': 'quote: [a quote please, price my insurance]\ngp: [the quack]\n',
      'languages/fr/phrases/intents.yaml': 'quote: [un devis]\ngp: [le toubib]\n',
      'languages/en/phrases/dialog.yaml': 'start: { quote: Get a price }\n',
      'languages/fr/phrases/dialog.yaml': 'start: { quote: Un prix }\n',
      'languages/en/ordinary.txt': '# not a sentence\nwho won the match\n\nhow tall is it\n',
      'languages/en/beside.txt': '# nor this\nmarket hours on saturday\n',
    }),
    forms,
  ),
);

test('every answer and every form is an intent, with its phrasings in each language', () => {
  expect(corpus.intents.map(({ id, kind }) => [id, kind])).toEqual([
    ['card', 'answer'],
    ['gp', 'answer'],
    ['quote', 'dialog'],
  ]);
  expect(corpus.intents.at(-1)?.phrasings).toEqual([
    { text: 'a quote please', language: 'en' },
    { text: 'price my insurance', language: 'en' },
    { text: 'un devis', language: 'fr' },
  ]);
  // Its own, and those under its name among the ways of asking for a form: one topic, not two.
  expect(corpus.intents[1]?.phrasings).toHaveLength(22);
  expect(corpus.intents[1]?.phrasings).toContainEqual({ text: 'le toubib', language: 'fr' });
});

test("an answer's own text counts, without marks and placeholders", () => {
  const body = corpus.intents[1]?.bodies.find(({ language }) => language === 'en')?.text;
  expect(body?.replace(/\s+/g, ' ')).toBe('A visit costs .');
});

test('an answer brings its titles', () => {
  expect(corpus.intents[1]?.titles?.find(({ language }) => language === 'en')?.text).toBe('GP price');
});

test('a language brings its synonyms, short forms and ordinary sentences', () => {
  const [english, french] = corpus.languages;
  expect(english?.background).toEqual(['who won the match', 'how tall is it', 'market hours on saturday']);
  expect(french?.background).toEqual([]);
  expect(french?.stemmer).toBe('french');
  expect(french?.abbreviations['koi']).toBe('quoi');
  expect(english?.synonyms.find(([first]) => first === 'EHIC')).toContain('CEAM');
  expect(
    english?.synonyms.find(([first]) => first === 'price'),
    'what any matter has is one word too',
  ).toContain('fee');
});
