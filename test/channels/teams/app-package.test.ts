import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemsIn, teamsPackage } from '../../../src/channels/teams/app-package.ts';
import { teamsManifest, type Manifest, type TeamsApp } from '../../../src/channels/teams/manifest.ts';
import { knowledge, speaker } from '../../own-desk.ts';

const app: TeamsApp = {
  appId: '12345678-1234-1234-1234-123456789012',
  origin: 'https://guichet.school.example',
  version: '1.0.0',
  name: 'School desk',
  operator: 'The School',
  languages: ['en', 'fr'],
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-package-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const unzipped = (zip: Uint8Array) => unzipSync(new Uint8Array(zip));
const parsed = (files: Record<string, Uint8Array>, name: string) =>
  JSON.parse(strFromU8(files[name] ?? new Uint8Array())) as Record<string, never> & Manifest['manifest'];

test('the command makes a zip whose files pass the published schemas', async () => {
  const out = join(folder, 'app.zip');
  const env = { PATH: process.env['PATH'], MicrosoftAppId: app.appId, PUBLIC_URL: app.origin };
  const { stdout } = await promisify(execFile)('node', ['src/main.ts', 'teams-package', '--out', out], { env });
  expect(stdout).toContain(out);
  const files = unzipped(readFileSync(out));
  const others = knowledge.languages.slice(1).map((language) => `${language}.json`);
  expect(Object.keys(files).sort()).toEqual([...['color.png', 'manifest.json', 'outline.png'], ...others].sort());
  const manifest = parsed(files, 'manifest.json');
  const translations = new Map(others.map((name) => [name, parsed(files, name)]));
  expect(await problemsIn({ manifest, translations })).toEqual([]);
  expect(manifest).toMatchObject({
    id: app.appId,
    name: { short: knowledge.desk.name },
    developer: {
      websiteUrl: 'https://guichet.school.example/',
      privacyUrl: 'https://guichet.school.example/en/privacy',
    },
    validDomains: ['guichet.school.example'],
    bots: [{ botId: app.appId, scopes: ['personal', 'team', 'groupChat'] }],
  });
});

test.each([
  ['MicrosoftAppId', { PUBLIC_URL: app.origin }],
  ['PUBLIC_URL', { MicrosoftAppId: app.appId }],
  ['PUBLIC_URL', { MicrosoftAppId: app.appId, PUBLIC_URL: 'http://guichet.school.example' }],
])('without a good %s the command says what to give', async (name, settings) => {
  const env = { PATH: process.env['PATH'], ...settings };
  const failed = promisify(execFile)('node', ['src/main.ts', 'teams-package', '--out', join(folder, 'x.zip')], {
    env,
  });
  await expect(failed).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(`${name}: give`) as string });
});

test.each<readonly [string, Partial<TeamsApp>, string]>([
  ['an id that is no GUID', { appId: 'guichet' }, 'manifest.json/id'],
  ['a name over 30 characters', { name: 'The help desk for health insurance' }, 'manifest.json/name/short'],
  [
    'an operator over 32 characters',
    { operator: 'The University of Somewhere Else, France' },
    'manifest.json/developer/name',
  ],
])('%s is refused, by the name of the field', async (_, wrong, field) => {
  const making = teamsPackage(teamsManifest({ ...app, ...wrong }, speaker));
  await expect(making).rejects.toMatchObject({
    code: 'config/invalid',
    message: expect.stringContaining(`${field}:`) as string,
  });
});

test('a translation with a field that the manifest does not have is refused', async () => {
  const { manifest, translations } = teamsManifest(app, speaker);
  const french = { ...translations.get('fr.json'), 'bots[0].nothing': 'x' };
  expect(await problemsIn({ manifest, translations: new Map([['fr.json', french]]) })).not.toEqual([]);
});

test('the same app gives the same bytes', async () => {
  const [one, two] = await Promise.all([1, 2].map(() => teamsPackage(teamsManifest(app, speaker))));
  expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
});

test('the colour icon is 192 pixels wide and opaque; the outline 32, white on nothing', async () => {
  const files = unzipped(await teamsPackage(teamsManifest(app, speaker)));
  const colour = pixelsOf(files['color.png']);
  expect(colour.size).toBe(192);
  expect(colour.pixels.every(([, , , opacity]) => opacity === 255)).toBe(true);
  expect(colour.pixels[0]).toEqual([0x11, 0x5e, 0x59, 255]);
  expect(colour.pixels[96 * 192 + 96]).toEqual([255, 255, 255, 255]);
  const outline = pixelsOf(files['outline.png']);
  expect(outline.size).toBe(32);
  expect(outline.pixels.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
  expect(outline.pixels[0]?.[3]).toBe(0);
  expect(outline.pixels[16 * 32 + 16]?.[3]).toBe(255);
  const seen = outline.pixels.filter(([, , , opacity]) => opacity! > 0).length;
  expect(seen).toBeGreaterThan(100);
  expect(seen).toBeLessThan(32 * 32 * 0.6);
});

/** Reads the PNG that this project writes: one chunk of rows, none of them filtered. */
function pixelsOf(png: Uint8Array | undefined): { readonly size: number; readonly pixels: readonly number[][] } {
  const bytes = Buffer.from(png ?? []);
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const size = bytes.readUInt32BE(16);
  const at = bytes.indexOf('IDAT');
  const rows = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
  const pixels: number[][] = [];
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const first = y * (1 + size * 4) + 1 + x * 4;
      pixels.push([...rows.subarray(first, first + 4)]);
    }
  return { size, pixels };
}
