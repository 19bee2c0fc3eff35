import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { evaluateMail } from '../../src/assembly/evaluate-mail.ts';

type Line = {
  readonly file: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly letter: string;
  readonly right: boolean | null;
};

const played = new Map<string, Promise<readonly Line[]>>();

/** Once a mode. */
function evaluated(mode: 'auto' | 'draft'): Promise<readonly Line[]> {
  const lines = played.get(mode) ?? evaluate(mode);
  played.set(mode, lines);
  return lines;
}

async function evaluate(mode: 'auto' | 'draft'): Promise<readonly Line[]> {
  const webForms = ['noreply@guichet.test', 'desk@guichet.test'];
  const on = day('2026-11-22');
  const about = { folder: 'test/mails/kinds', mode, own: 'desk@guichet.test', webForms, on, json: true };
  const lines = await evaluateMail({ ...about, knowledge: 'knowledge' });
  return lines.split('\n').map((line) => JSON.parse(line) as Line);
}

// Each letter is one of a kind that was answered wrongly once: scams, quoted letters in every client's form, forwards, charsets.
test('what becomes of each kind of letter', async () => {
  const lines = await evaluated('auto');
  expect(
    lines.filter(({ right }) => right !== true).map(({ file, outcome, code }) => ({ file, outcome, code })),
  ).toEqual([]);
}, 400_000);

test('in draft mode nothing goes out, and as much is accounted for', async () => {
  const lines = await evaluated('draft');
  expect(lines.filter(({ outcome }) => outcome === 'answered')).toEqual([]);
  expect(lines.filter(({ right }) => right !== true).map(({ file }) => file)).toEqual([]);
}, 400_000);

test('four answers are a letter of sixty lines, in the order asked, with their sources once', async () => {
  const lines = await evaluated('auto');
  const long = lines.filter(({ file }) => file.startsWith('four-questions'));
  expect(long).toHaveLength(2);
  for (const { letter } of long) {
    expect(letter.trim().split('\n').length).toBeLessThanOrEqual(60);
    expect(letter.match(/^Sources ?:/gm)).toHaveLength(1);
    const headings = [...letter.matchAll(/^(.+)\n===/gm)].map(([, heading]) => heading);
    expect(headings).toHaveLength(4);
    expect(headings[0]).toMatch(/GP|généraliste/);
    expect(headings[3]).toMatch(/médecin traitant/);
  }
}, 400_000);
