import { readdirSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { replay } from '../../src/channels/ask/replay.ts';
import { apologise } from '../../src/conversation/result/apologise.ts';
import { createRedact } from '../../src/conversation/redaction/redact.ts';
import { createDesk } from '../../src/desk/create-desk.ts';
import { dayInFrance } from '../../src/day-in-france.ts';
import { createLog } from '../../src/log.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { hearDanger, knowledge, speaker, takeTurn, testDay } from './talk.ts';

const recordings = 'test/recordings';
const files = readdirSync(recordings).filter((name) => !name.endsWith('.md'));

const aside = mkdtempSync(join(tmpdir(), 'guichet-replay-'));
afterAll(() => {
  rmSync(aside, { recursive: true });
});

describe('the recordings, replayed', () => {
  test.each(files)('%s: nothing changed', async (name) => {
    const { changed, printed } = await replayed(join(recordings, name));
    expect(printed).toMatch(/\d+ turns, 0 changed\n$/);
    expect(changed).toBe(0);
  });

  test.each(files)('%s: a reply that was another is printed, old beside new', async (name) => {
    const file = copyOf(name);
    const entries = entriesIn(readFileSync(file, 'utf8'));
    const last = entries.at(-1) as { text: string; reply?: { text: string } };
    last.text = 'What was said then.';
    if (last.reply !== undefined) last.reply.text = last.text;
    const asLines = entries.map((entry) => JSON.stringify(entry)).join('\n');
    writeFileSync(file, name.endsWith('.jsonl') ? asLines : JSON.stringify(entries));
    const { changed, printed } = await replayed(file);
    expect(changed).toBe(1);
    expect(printed).toContain('- What was said then.');
  });

  test.each(files)('%s: recorded anew it is the same file', async (name) => {
    const file = copyOf(name);
    await replayed(file, true);
    expect(said(file)).toEqual(said(join(recordings, name)));
  });
});

test.each([
  ['no JSON', 'hello', 'input/not-json'],
  ['no activities', '[1]', 'input/invalid'],
  ['no entry', '{"direction":"sideways"}', 'input/invalid'],
])('a file that holds %s is named as such', async (_, content, code) => {
  const file = join(mkdtempSync(join(aside, 'copy-')), 'x.transcript');
  writeFileSync(file, content);
  await expect(replayed(file)).rejects.toMatchObject({ code });
});

async function replayed(file: string, update = false): Promise<{ changed: number; printed: string }> {
  const storage = await openStorage({ kind: 'sqlite', path: ':memory:', durability: 'NORMAL' });
  const desk = createDesk({
    takeTurn,
    apologise: apologise(knowledge, speaker, hearDanger),
    redact: createRedact(knowledge),
    inDanger: () => null,
    asking: () => null,
    conversations: storage.conversations,
    clock: () => new Date(`${testDay}T12:00:00Z`),
    log: createLog('silent', 2),
  });
  const output = new PassThrough();
  const printed = text(output);
  const changed = await replay({ desk, speaker, today: () => testDay }, { file, update, dayOf: dayInFrance }, output);
  output.end();
  await storage.close();
  return { changed, printed: await printed };
}

function copyOf(name: string): string {
  const file = join(mkdtempSync(join(aside, 'copy-')), name);
  copyFileSync(join(recordings, name), file);
  return file;
}

function entriesIn(recorded: string): object[] {
  const list = recorded.startsWith('[') ? recorded : `[${recorded.trim().split('\n').join(',')}]`;
  return JSON.parse(list) as object[];
}

/** A trace tells why, with the knowledge's hash; it is no part of what was said. */
function said(file: string): object[] {
  return entriesIn(readFileSync(file, 'utf8')).map((entry) => ({ ...entry, trace: null }));
}
