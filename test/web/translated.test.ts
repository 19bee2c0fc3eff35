import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { day } from '../../src/core/day.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createSpeaker } from '../../src/voice/speaker.ts';
import { answerPage } from '../../src/web/pages/answers.ts';
import type { Site } from '../../src/web/site.ts';

const desk = readFileSync('knowledge/desk.yaml', 'utf8');

function pageOf(originals: string, language: string): string {
  const changed = new Map([['desk.yaml', desk.replace('originals: [en, fr]', `originals: ${originals}`)]]);
  const knowledge = loadKnowledge('knowledge', forms, changed);
  const site = {
    ...{ knowledge, speaker: createSpeaker(knowledge), today: day('2026-11-22'), origin: null },
    assets: { address: (file: string) => `/${file}` },
  } as unknown as Site;
  const answer = knowledge.answers.get('gp-price')!;
  return answerPage(site, { language, nonce: 'n' }, answer).markup;
}

test('a page of an answer that nobody has checked says so, and leads to the original', () => {
  const page = pageOf('[en]', 'fr');
  expect(page).toMatch(/<a href="\/en\/answers\/gp-price" hreflang="en">Lire en anglais<\/a>/);
});

test.each([
  ['the original', '[en]', 'en'],
  ['a language that texts are written in', '[en, fr]', 'fr'],
])('%s says nothing of it', (_, originals, language) => {
  const page = pageOf(originals, language);
  expect(page).toContain('30 €');
  expect(page).not.toMatch(/Lire en anglais|Read it in/);
});
