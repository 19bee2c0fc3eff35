import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { day } from '../../src/core/day.ts';
import { lintKnowledge } from '../../src/knowledge/lint/lint.ts';
import { aFolder, cardAnswer, readOwn } from './a-folder.ts';

const today = day('2026-11-30');

/** What is said of the length of the answers in a folder with these changes. */
function words(changes: Record<string, string>): readonly string[] {
  return lintKnowledge(aFolder(changes), forms, today).flatMap(({ rule, message }) =>
    rule === 'words' ? [message] : [],
  );
}

/** The answer about a price, told in other words. */
function gpAnswer(told: string): Record<string, string> {
  const file = 'languages/en/answers/gp.yaml';
  return { [file]: readOwn(file).replace('A visit costs {{rate gp-visit}}.', told) };
}

test('a simple fact has sixty words', () => {
  const price = 'A visit costs {{rate gp-visit}}.';
  expect(words(gpAnswer(`${price}${' Yes.'.repeat(56)}`))).toEqual([]);
  expect(words(gpAnswer(`${price}${' Yes.'.repeat(57)}`))).toEqual([
    '61 words as it is read, at most 60 for a simple fact: say less, number its steps, or write `form: list` in its topic if a reader needs one of several',
  ]);
});

test('steps have ninety', () => {
  expect(words(cardAnswer('Sign it.', `Sign it.${' Now.'.repeat(59)}`))).toEqual([]);
  expect(words(cardAnswer('Sign it.', `Sign it.${' Now.'.repeat(70)}`))).toEqual([
    expect.stringContaining('at most 90 for steps: say less, or make two topics of it'),
  ]);
});

describe('a list of cases or papers may have more words than a simple fact', () => {
  const file = 'topics/gp.yaml';
  const asList = { [file]: readOwn(file).replace('topic: costs', 'topic: costs\nform: list') };
  const items = (text: string) => `A visit costs {{rate gp-visit}}:\\n\\n- here\\n- there${text}.`;
  const told = (text: string) => {
    const [path = '', answer = ''] = Object.entries(gpAnswer(items(text)))[0] ?? [];
    return { [path]: answer.replace(/^answer: '(.*)'$/m, 'answer: "$1"') };
  };

  test('which is a list by its points, not by its name', () => {
    expect(words(asList)).toEqual(Array(2).fill(expect.stringContaining('fewer than two points are listed')));
  });

  test('up to ninety', () => {
    const long = ' and there'.repeat(30);
    expect(words(told(long))).toEqual([expect.stringContaining('66 words as it is read, at most 60')]);
    const [french, ...others] = words({ ...told(long), ...asList });
    expect([french, ...others]).toEqual([expect.stringContaining('fewer than two points')]);
    expect(words({ ...told(' and there'.repeat(50)), ...asList })).toContainEqual(
      expect.stringContaining('106 words as it is read, at most 90 for a list'),
    );
  });

  test('and a translation may take a fifth more', () => {
    const desk = readFileSync('knowledge/desk.yaml', 'utf8').replace(/^languages: .*$/m, 'languages: [en, fr]');
    const french = 'languages/fr/answers/gp.yaml';
    const long = (count: number) =>
      readOwn(french).replace(
        'Une consultation coûte {{rate gp-visit}}.',
        `Une consultation coûte {{rate gp-visit}}.${' Oui.'.repeat(count)}`,
      );
    const translated = { 'desk.yaml': desk.replace(/^originals: .*$/m, 'originals: [en]') };
    expect(words({ ...translated, [french]: long(60) })).toEqual([]);
    expect(words({ ...translated, [french]: long(70) })).toEqual([
      expect.stringContaining('74 words as it is read, at most 72'),
    ]);
    expect(words({ [french]: long(60) })).toEqual([expect.stringContaining('64 words as it is read, at most 60')]);
  });
});
