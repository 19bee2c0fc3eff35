import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A file is one idea: part it where it is two. What is packed or installed is not ours to part. */
const most = 300;
const ours = '{src,dialogs,test,deploy,.config}/**/*.{ts,js,cjs,css}';

function tooLong(folder: string): readonly string[] {
  return globSync(ours, { cwd: folder })
    .map((file) => ({ file, lines: readFileSync(join(folder, file), 'utf8').trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > most)
    .map(({ file, lines }) => `${file}: ${lines} lines`);
}

test('no file of code or style is longer than 300 lines', () => {
  expect(tooLong('.')).toEqual([]);
});

test('a longer one is found, of whatever kind, and what is 300 long is not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-long-'));
  mkdirSync(join(folder, 'src/web/browser'), { recursive: true });
  mkdirSync(join(folder, '.config'));
  const write = (file: string, lines: number): void => {
    writeFileSync(join(folder, file), '/* a line */\n'.repeat(lines));
  };
  write('src/web/browser/page.css', 301);
  write('src/web/browser/page.js', 301);
  write('.config/rules.cjs', 301);
  write('src/web/whole.ts', 300);
  expect(tooLong(folder).toSorted()).toEqual([
    '.config/rules.cjs: 301 lines',
    'src/web/browser/page.css: 301 lines',
    'src/web/browser/page.js: 301 lines',
  ]);
  rmSync(folder, { recursive: true });
});
