import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';

/** A day near the change of the year and dates in words: what a time zone or a locale could move. */
const lines = [
  'check my situation: I am Brazilian, here from September to June',
  'no',
  'and if I stay until 1 January 2027?',
  'how much is 3 months plus responsabilité civile',
  'calculate a deadline: when does my RC end if I buy it today',
  'calculer mon remboursement : 45,50 euros chez le généraliste, médecin traitant déclaré, pas de mutuelle',
  "examiner ma situation : je suis née le 31 décembre 2001 et je reste jusqu'au 1er mars 2027",
  'I want to die',
  'İstanbul ıi ŞÇ ß ﬁ 東京',
  'talk to a person',
].map((said) => JSON.stringify({ conversation: 'c', text: said, on: '2026-12-31' }));

let here = '';
beforeAll(async () => {
  here = await answered({ TZ: 'Europe/Paris', LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8' });
});

test('every line is answered', () => {
  expect(here.trim().split('\n')).toHaveLength(lines.length);
  expect(here).not.toContain('"error"');
});

test.each([
  ['far east', { TZ: 'Pacific/Kiritimati', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' }],
  ['far west, Turkish', { TZ: 'Pacific/Pago_Pago', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
])('the same bytes in another process, time zone and locale: %s', async (_, environment) => {
  expect(await answered(environment)).toBe(here);
});

async function answered(environment: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn(process.execPath, ['src/main.ts', 'ask', '--jsonl'], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(`${lines.join('\n')}\n`);
  return text(child.stdout);
}
