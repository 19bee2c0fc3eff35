import { expect, test } from 'vitest';
import { readCorpusFile } from '../../src/eval/corpus-file.ts';
import { outOfScope } from '../../src/eval/metrics.ts';
import { foldedWords } from '../../src/knowledge/lint/prose.ts';
import { knowledge } from '../own-desk.ts';

const { answers } = knowledge;
const questions = readCorpusFile('test/eval/questions-from-titles.jsonl', 'en');
const plain = (text: string) => foldedWords(text).join(' ');

test('each question says its style, and its topic where it has one', () => {
  const strange = questions.filter(
    ({ intent, style }) => style === undefined || !(intent === outOfScope || answers.has(intent)),
  );
  expect(strange).toEqual([]);
});

test('what is asked for in one language is asked for in the other', () => {
  const askedIn = (language: string) =>
    [...new Set(questions.filter(({ lang }) => lang === language).map(({ intent }) => intent))].sort();
  expect(askedIn('en')).toEqual(askedIn('fr'));
  expect(askedIn('en').length).toBeGreaterThan(200);
});

test.each(['questions-from-titles', 'asked-anew', 'not-ours'])(
  'none of %s is a title or a phrasing: that would be cheating',
  (list) => {
    const learned = new Set(
      [...answers.values()].flatMap(({ title, text }) =>
        [...Object.values(title), ...Object.values(text).flatMap(({ phrasings }) => phrasings)].map(plain),
      ),
    );
    const asked = readCorpusFile(`test/eval/${list}.jsonl`, 'en').map(({ text }) => text);
    expect(asked.filter((text) => learned.has(plain(text)))).toEqual([]);
  },
);
