import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { commands } from '../../src/commands/all.ts';

function guichet(...args: readonly string[]): { readonly status: number | null; readonly told: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/main.ts', ...args], { encoding: 'utf8' });
  return { status, told: stdout + stderr };
}

test.each([['--help'], ['help']])('guichet %s names every command and what it does', (...args) => {
  const { status, told } = guichet(...args);
  expect(status).toBe(0);
  for (const [name, { does }] of Object.entries(commands)) expect(told).toMatch(new RegExp(`${name} +${does}`));
});

test.each(Object.keys(commands))('guichet %s --help says what may be given, and does nothing', async (name) => {
  const { usage } = await commands[name]!.load();
  expect(guichet(name, '--help')).toEqual({
    status: 0,
    told: `guichet ${name}: ${commands[name]!.does}\n\n${usage}\n`,
  });
});

test('what is no command is answered with those that are', () => {
  const { status, told } = guichet('toString');
  expect(status).toBe(1);
  expect(told).toContain('No command "toString": there are serve, ask,');
});

test.each([['help'], ['ask', '--replay', 'test/recordings/messy-student.jsonl']])(
  'guichet %s, read by nobody, ends without a word',
  async (...args) => {
    const program = spawn(process.execPath, ['src/main.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    program.stdout.destroy();
    const [told] = await Promise.all([text(program.stderr), once(program, 'exit')]);
    expect(told).toBe('');
    expect(program.signalCode).toBe(null);
  },
);

test('every npm script of a command is an alias of it', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  for (const name of Object.keys(commands).filter((command) => command in scripts))
    expect(scripts[name]).toMatch(
      new RegExp(`^node (--\\S+ )*src/guichet\\.js ${name}( --settings-if-exists \\.env)?$`),
    );
});
