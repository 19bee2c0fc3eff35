import { expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { day } from '../../src/core/day.ts';
import { hashOfAnswer } from '../../src/knowledge/checks.ts';
import { lintKnowledge } from '../../src/knowledge/lint/lint.ts';
import { aFolder, readOwn } from './a-folder.ts';

/** The French of the folder, as one who saw it alone wrote it down. */
const answer =
  "Une consultation coûte {{rate gp-visit}}, depuis le {{rate gp-visit from}}. Vous devez payer d'abord. [S2-18, X-30]";
const english = 'A visit costs {{rate gp-visit}}, since {{rate gp-visit from}}. You must pay first. [S2-18, X-30]';
const written = (language: string, text: string) => {
  const path = `languages/${language}/answers/gp.yaml`;
  return { [path]: readOwn(path).replace(/^answer: .*$/m, `answer: "${text}"`) };
};
const files = { ...written('fr', answer), ...written('en', english) };
const of = hashOfAnswer({ answer, later: {} });

function found(changes: Readonly<Record<string, string>>) {
  return lintKnowledge(aFolder({ ...files, ...changes }), forms, day('2026-11-30')).filter(
    ({ rule }) => rule === 'readback',
  );
}

test.each<[string, string, [string, RegExp][]]>([
  ['the same', `of: '${of}', figures: [30], dates: [2024-12-22], duties: [one pays first]`, []],
  [
    'another figure',
    `of: '${of}', figures: [35], dates: [2024-12-22], duties: [one pays first]`,
    [
      ['gp.figures', /^not read in the translation: 30;/],
      ['gp.figures', /^read, and not in the original: 35;/],
    ],
  ],
  [
    'no date',
    `of: '${of}', figures: [30], duties: [one pays first]`,
    [['gp.dates', /^not read in the translation: 2024-12-22;/]],
  ],
  [
    'a duty less',
    `of: '${of}', figures: [30], dates: [2024-12-22]`,
    [['gp.duties', /^0 were read, the text in en has 1/]],
  ],
  [
    'a duty less, compared by somebody who saw both',
    `of: '${of}', figures: [30], dates: [2024-12-22], compared: 'English "may" is a possibility here'`,
    [],
  ],
  ['a right more', `of: '${of}', figures: [30], dates: [2024-12-22], duties: [one pays first, may see any GP]`, []],
  ['a text that was changed since', "of: '0123456789abcdef', figures: [30]", [['gp.of', /read it again, then write/]]],
])('what a second hand read back is compared with the original: %s', (_, entry, expected) => {
  const findings = found({ 'languages/fr/readback.yaml': `gp: { by: Ana, on: 2026-11-28, ${entry} }\n` });
  expect(findings.map(({ field }) => field)).toEqual(expected.map(([field]) => field));
  for (const [at, [, message]] of expected.entries()) expect(findings[at]?.message).toMatch(message);
});

test('a text that nobody has read back is none to mend', () => {
  expect(found({})).toEqual([]);
});
