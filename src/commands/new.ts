import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { dayInFrance } from '../day-in-france.ts';
import type { Command } from './command.ts';

/** Begins a piece of Guichet: its files with what is to be written marked in them, and what is left to do. */
export const newCommand: Command = {
  usage: `  topic <id>         what a topic is about, and an answer in each language
  form <id>          a form that works at once
  row <id>           what a row of the decision table says, e.g. D32
  rate <id>          a dated figure
  language <code>    a language, e.g. nl
  document <id>      a source document, e.g. S5
  Nothing is ever overwritten. An id is lower-case words joined by hyphens, e.g. carte-vitale-delay.`,
  run: async ([kind = '', id = '', ...rest]) => {
    const { begin } = await import('./new/begin.ts');
    const { made, left } = begin(top, { kind, id: [id, ...rest].join(' ') }, dayInFrance(new Date()));
    say(`Made:\n${indented(made)}\nLeft to do:\n${indented(left)}\nThe linter:\n${indented(linted())}`);
  },
};

const top = fileURLToPath(new URL('../../', import.meta.url));

/** In a process of its own: this one knows the forms that there were. */
function linted(): readonly string[] {
  const { stdout, stderr } = spawnSync(process.execPath, ['src/main.ts', 'knowledge', 'lint'], {
    cwd: top,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return `${stdout}${stderr}`.trim().split('\n');
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}\n`).join('');
}

function say(text: string): void {
  process.stdout.write(text);
}
