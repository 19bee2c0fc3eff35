import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import { copyInTwoLanguages } from '../knowledge/a-folder.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A checkout of one's own to write in, in two languages, gone when the tests of the file are done; packages are the project's. */
export function aCheckout(): string {
  const top = mkdtempSync(join(tmpdir(), 'guichet-checkout-'));
  folders.push(top);
  for (const part of ['src', 'dialogs', '.config', 'package.json', 'tsconfig.json'])
    cpSync(part, join(top, part), { recursive: true });
  copyInTwoLanguages(join(top, 'knowledge'));
  symlinkSync(resolve('node_modules'), join(top, 'node_modules'));
  return top;
}
