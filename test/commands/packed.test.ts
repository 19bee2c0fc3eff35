import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cacheOfPrograms, packedProgram } from '../../src/packed-program.ts';

/** The program in one piece, and file by file: the same program. */
function guichet(args: readonly string[], environment: Readonly<Record<string, string>>, input = '') {
  const env = { PATH: process.env['PATH'], ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/main.ts', ...args], {
    env,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const lines = [
  { text: 'how much is the dentist', on: '2026-11-22' },
  { text: 'im brazilian staying 10 months do i need to register', on: '2026-11-22' },
  { text: 'no', on: '2026-11-22' },
  { text: 'wie kann ich mich versichern', on: '2026-11-22' },
]
  .map((line) => `${JSON.stringify(line)}\n`)
  .join('');

// Another process may be packing at the same time: then this one goes on file by file.
test('a packed program is there after the first starts, and few of earlier versions', async () => {
  await expect
    .poll(() => packedProgram(), { timeout: 100_000 })
    .toMatch(/^file:.*\/program-[0-9a-f]{32}\/run-command\.mjs$/);
  expect(existsSync(new URL(packedProgram() ?? ''))).toBe(true);
  expect(readdirSync(cacheOfPrograms).filter((name) => name.startsWith('program-')).length).toBeLessThan(6);
});

test.each([
  ['help', ['--help'], ''],
  ['a command that there is not', ['nothing'], ''],
  ['a turn, a form, a refusal and a strange language', ['ask', '--jsonl'], lines],
])('packed and file by file %s is the same', (_, args, input) => {
  const packed = guichet(args, {}, input);
  expect(guichet(args, { GUICHET_UNPACKED: '1' }, input)).toEqual(packed);
  expect(packed.stdout + packed.stderr).not.toBe('');
});
