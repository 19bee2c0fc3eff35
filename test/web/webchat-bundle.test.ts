import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { bundleWebChat } from '../../src/web/bundle-webchat.ts';

const place = new URL('../../src/web/browser/webchat/', import.meta.url);
const languages = readdirSync('knowledge/languages').filter((language) =>
  existsSync(`knowledge/languages/${language}/vocabulary.yaml`),
);
let made: Awaited<ReturnType<typeof bundleWebChat>>;
beforeAll(async () => {
  made = await bundleWebChat(languages);
});

test('the chat that is served is what its packages give: if not, run `npm run -s webchat`', () => {
  const kept = brotliDecompressSync(readFileSync(new URL('webchat.js.br', place))).toString('utf8');
  // Not compared as text: what differs would be a megabyte long.
  expect([kept.length, kept === made.script]).toEqual([made.script.length, true]);
});

test('it is half of the ready-made one, and holds nothing of what the chat never does', () => {
  expect(readFileSync(new URL('webchat.js.br', place)).length).toBeLessThan(375_000);
  for (const speech of ['SpeechRecognizer', 'cognitiveservices', 'BingSpeech'])
    expect(made.script).not.toContain(speech);
});

test('the licence of every package in it is kept beside it', () => {
  expect(readFileSync(new URL('licences.txt', place), 'utf8')).toBe(made.licences);
  for (const name of ['botframework-webchat-component 4', 'adaptivecards 3', 'react-dom 18', 'markdown-it 13'])
    expect(made.licences).toContain(name);
  expect(made.licences).not.toMatch(/undefined|its authors/);
});
