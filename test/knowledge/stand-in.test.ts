import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { withShippedPhrases } from '../../src/knowledge/stand-in.ts';
import { createSpeaker } from '../../src/voice/speaker.ts';

const own = new URL('../../knowledge', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'guichet-earlier-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('a folder that lacks a sentence of today is answered from with the program’s, and says its own where it has one', () => {
  cpSync(own, folder, { recursive: true });
  for (const language of ['en', 'fr', 'es', 'it', 'pt', 'de', 'zh', 'ar']) {
    const path = join(folder, `languages/${language}/phrases/web.yaml`);
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, lines.filter((line) => !line.startsWith('  back-kept:')).join('\n'));
  }
  const english = join(folder, 'languages/en/phrases/web.yaml');
  writeFileSync(english, readFileSync(english, 'utf8').replace(/^language: .*$/m, "language: 'English, as we say it'"));

  const earlier = loadKnowledge(folder, forms);
  expect(createSpeaker(earlier).has('en', 'web:chat.back-kept')).toBe(false);
  const speaker = createSpeaker(withShippedPhrases(earlier, folder));
  const today = createSpeaker(loadKnowledge(own, forms));
  for (const language of ['en', 'ar'])
    expect(speaker.say(language, 'web:chat.back-kept', { day: 'x' })).toBe(
      today.say(language, 'web:chat.back-kept', { day: 'x' }),
    );
  expect(speaker.say('en', 'web:language')).toBe('English, as we say it');
  expect(speaker.say('fr', 'web:language')).toBe(today.say('fr', 'web:language'));
});

test('the program’s own folder is read as it stands', () => {
  const knowledge = loadKnowledge(own, forms);
  expect(withShippedPhrases(knowledge, own)).toBe(knowledge);
});
