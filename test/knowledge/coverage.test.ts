import { expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { day } from '../../src/core/day.ts';
import { coverageOf, type Coverage } from '../../src/knowledge/coverage.ts';
import { loadKnowledge, readKnowledge } from '../../src/knowledge/load.ts';
import { measureTexts } from '../../src/knowledge/measure-texts.ts';
import { staleFirst } from '../../src/knowledge/stale.ts';
import { aFolder, cardAnswer } from './a-folder.ts';

const today = day('2026-11-22');

test('a fact is stated by a mark, by a placeholder whose value rests on it, or by a decision', () => {
  const { stated } = covered(aFolder());
  expect(stated.get('S2-18')).toEqual(['languages/en/answers/gp.yaml', 'languages/fr/answers/gp.yaml']);
  expect(stated.get('S4-44')).toContain('languages/en/answers/card.yaml {{place cpam-angers address}}');
  expect(stated.get('X-30')).toContain('languages/en/answers/gp.yaml {{rate gp-visit}}');
  expect(stated.get('S0-33')).toEqual(['guidance.yaml']);
  expect(stated.get('S3-10')).toEqual([
    'eligibility/D23.yaml',
    'eligibility/D25.yaml',
    'eligibility/D30.yaml',
    'guidance.yaml',
  ]);
});

test('what nothing states is listed; remarks about a document are not counted', () => {
  const { missing, unused } = covered(aFolder());
  expect(missing).toContain('S1-01');
  expect(missing).not.toContain('S4-40');
  expect(missing).not.toContain('S0-09');
  expect(unused).toContain('X-43');
  expect(unused).not.toContain('X-30');
});

test('an answer that states more than six facts is two answers; a list has some for each item', () => {
  const { crowded } = covered(
    aFolder(cardAnswer('facts: [S4-40]', 'facts: [S4-38, S4-39, S4-40, S4-41, S4-44, S4-45, S4-46]')),
  );
  expect(crowded).toMatchObject([{ file: 'topics/card.yaml' }]);
  expect(crowded[0]?.facts).toHaveLength(7);
  const list = cardAnswer('facts: [S4-40]', 'form: list\nfacts: [S4-38, S4-39, S4-40, S4-41, S4-44, S4-45, S4-46]');
  expect(covered(aFolder(list)).crowded).toEqual([]);
});

test('what to check again: the oldest review first, lost figures and price lists before the rest of their day', () => {
  const lost = (on: string) =>
    `title: { en: Fee, fr: Frais }\nunit: euro\nvalues:\n  - { from: 2018-01-01, value: '1.00', facts: [X-30] }\nends: { on: ${on}, as: unknown, facts: [X-30] }\nreviewed: 2026-11-20\n`;
  const { shelves } = readKnowledge(
    aFolder({ 'rates/lost.yaml': lost('2026-04-01'), 'rates/later.yaml': lost('2027-04-01') }),
    forms,
  );
  const own = /^(topics|offers)\/|^rates\/(lost|later|gp-visit)\.yaml$/;
  const found = staleFirst(shelves, today).filter(({ file }) => own.test(file));
  expect(found.map(({ file, why }) => `${file} ${why}`)).toEqual([
    'rates/lost.yaml no value known since 2026-04-01',
    'rates/gp-visit.yaml a figure',
    'rates/later.yaml a figure',
    'topics/card.yaml an answer (answer)',
    'topics/gp.yaml an answer (answer)',
    'offers/aaa.yaml a price list without an end: ask the desk',
  ]);
});

function covered(folder: string): Coverage {
  const { knowledge, shelves, problems } = readKnowledge(folder, forms);
  expect(problems).toEqual([]);
  return coverageOf(shelves, knowledge!, today);
}

test('texts are measured as they are read: words an answer and a sentence, and the share of gaps', () => {
  const knowledge = loadKnowledge(aFolder(cardAnswer('kind: answer', 'kind: gap')), forms);
  const [english, french] = measureTexts(knowledge, today);
  expect(english).toMatchObject({ language: 'en', answers: 2, gaps: 1 });
  // "A visit costs 30 €." has four words; list items are sentences too.
  expect(english?.words).toMatchObject({ median: 4, longest: 30 });
  expect(english?.sentence).toMatchObject({ median: 6, longest: 11 });
  expect(english?.byForm).toMatchObject({
    fact: { answers: 1, longest: 4 },
    steps: { answers: 1, longest: 30 },
    list: { answers: 0 },
  });
  expect(french).toMatchObject({ language: 'fr', answers: 2, gaps: 1 });
});
