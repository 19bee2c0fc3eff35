import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/all.ts';

/** What `npm ci --omit=dev` leaves, and of the checkout what the image holds. */
const folder = mkdtempSync(join(tmpdir(), 'guichet-served-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
for (const part of ['src', 'dialogs', 'knowledge', 'package.json'])
  cpSync(part, join(folder, part), { recursive: true });
for (const path of servedPackages()) {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  symlinkSync(resolve(path), join(folder, path));
}
const corpus = join(folder, 'corpus.jsonl');
writeFileSync(corpus, `${JSON.stringify({ text: 'how much is it', intent: 'price', lang: 'en' })}\n`);

function servedPackages(): readonly string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean }>>;
  };
  return Object.entries(packages)
    .filter(([path, { dev, optional }]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && !dev && !optional)
    .map(([path]) => path);
}

function guichet(...args: readonly string[]): { readonly status: number | null; readonly told: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/main.ts', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      MicrosoftAppId: '7d9d3c1e-5b5f-4c6e-9f0e-0d3f5f1f2a11',
      PUBLIC_URL: 'https://guichet.example',
    },
  });
  return { status, told: stdout + stderr };
}

describe('an installation without development packages', () => {
  test.each(Object.keys(commands).filter((name) => !['bench', 'faults', 'fuzz'].includes(name)))(
    'guichet %s --help says what may be given',
    (name) => {
      expect(guichet(name, '--help')).toMatchObject({ status: 0 });
    },
  );

  test('checks and shows its knowledge', () => {
    expect(guichet('knowledge', 'table')).toMatchObject({ status: 0 });
  });

  test.each([
    ['teams-package', 'ajv-draft-04', ['--out', join(folder, 'app.zip')]],
    ['webchat', 'rolldown', []],
    ['eval', '@nlpjs/basic', ['--train', corpus, '--test', corpus, '--compare', 'nlpjs']],
  ])('guichet %s says that it lacks %s, and where it is to be had', (name, lacks, args) => {
    const { status, told } = guichet(name, ...args);
    expect(status).toBe(1);
    expect(told).toBe(
      `"guichet ${name}" works with the package ${lacks}, which is not installed here: the server needs none of it. ` +
        'Run "npm ci" in a checkout, without --omit=dev, and the command there. (runtime/missing-package)\n',
    );
  });

  test.each(['bench', 'fuzz'])('guichet %s says that it is of a checkout with its tests', (name) => {
    const { status, told } = guichet(name);
    expect(status).toBe(1);
    expect(told).toMatch(/^That is measured in a checkout with its tests: .* \(input\/not-supported\)\n$/);
  });

  test('a package that the server needs as well is no such case', () => {
    rmSync(join(folder, 'node_modules/i18next'));
    const { status, told } = guichet('knowledge', 'table');
    expect(status).toBe(1);
    expect(told).toContain("Cannot find package 'i18next'");
    expect(told).not.toContain('runtime/missing-package');
  });
});
