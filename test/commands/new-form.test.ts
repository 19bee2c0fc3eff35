import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { check } from 'prettier';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { aCheckout } from './a-checkout.ts';

/**
 * Of the program in a checkout of its own: what it says. It is changed before it is started again, so it is not packed for one start; what
 * is learned lies where others who learn the same find it.
 */
function guichet(top: string, args: readonly string[], input = ''): string {
  const { stdout, stderr } = spawnSync(resolve('node_modules/.bin/node'), ['src/main.ts', ...args], {
    cwd: top,
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], GUICHET_UNPACKED: '1', CACHE_DIR: resolve('var') },
  });
  return stdout + stderr;
}

const top = aCheckout();
const told = guichet(top, ['new', 'form', 'found-parcel']);
const made = ['form', 'read', 'choices', 'decision'].map((name) => `dialogs/found-parcel/${name}.ts`);

test('a form is one folder and an entry; what is to be written is listed', () => {
  for (const path of made) expect(told).toContain(`  ${path}\n`);
  const findings = told
    .split('The linter:\n')[1]
    ?.split('\n')
    .filter((line) => line.includes('['));
  expect(findings).toHaveLength(2 * (7 + 1));
  for (const finding of findings ?? [])
    expect(finding).toMatch(/still to be written: .+ \[knowledge\/unwritten\]|at least 10: .+ \[phrasings\]/);
});

test('what was made is formatted as the project is, and its types are right', async () => {
  const options = { parser: 'typescript', ...(JSON.parse(readFileSync('.config/prettier.json', 'utf8')) as object) };
  for (const path of [...made, 'dialogs/index.ts'])
    expect([path, await check(readFileSync(join(top, path), 'utf8'), options)]).toEqual([path, true]);
  expect(typeErrors(top, 'dialogs/index.ts')).toEqual([]);
});

test('it works at once: it is asked for, answered, explained, and decides', () => {
  const asked = ['found parcel', 'why do you ask?', 'yes', '3 months'].map((text) => `${JSON.stringify({ text })}\n`);
  const turns = guichet(top, ['ask', '--jsonl'], asked.join(''))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { replies: { text: string; choices: string[] }[]; trace: object });
  expect(turns.map(({ trace }) => trace)).toMatchObject([
    { decision: 'dialog', intent: 'found-parcel', asking: 'done' },
    { asking: 'done' },
    { asking: 'months' },
    { asking: null, outcome: { kind: 'done', months: 3 } },
  ]);
  expect(turns[0]?.replies[0]?.choices).toEqual(['Yes', 'No', "I don't know"]);
  expect(turns[1]?.replies[0]?.text).toContain('why that is asked');
});

function typeErrors(top: string, file: string): readonly string[] {
  const { config } = ts.readConfigFile(join(top, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, top);
  const program = ts.createProgram([join(top, file)], options);
  // Of these files alone: to look through all that they use takes three times as long.
  return program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(join(top, 'dialogs/')))
    .flatMap((source) => [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)])
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
