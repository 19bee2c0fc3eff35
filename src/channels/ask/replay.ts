import { readFileSync, writeFileSync } from 'node:fs';
import type { Writable } from 'node:stream';
import type { Day } from '../../core/day.ts';
import type { Answered } from '../../ports/desk.ts';
import type { Asked } from './answer-line.ts';
import { write } from './lines.ts';
import { readRecording, type RecordedTurn, type Recording } from './recording.ts';

export type ReplayOf = {
  /** A `.transcript` or exported journal lines: recording.ts says what they hold. */
  readonly file: string;
  /** Write the replies of now into the file, once they have been looked at. */
  readonly update: boolean;
  readonly dayOf: (instant: Date) => Day;
};

/**
 * Replays a recording through the present code and knowledge and prints each turn whose replies changed, old beside new.
 * @returns how many turns changed
 */
export async function replay(asked: Asked, { file, update, dayOf }: ReplayOf, output: Writable): Promise<number> {
  const recording = readRecording(readFileSync(file, 'utf8'), { speaker: asked.speaker, dayOf });
  const { answers, changed } = await replayTurns(asked, recording, output);
  if (update) writeFileSync(file, recording.write(answers));
  await write(output, `${file}: ${recording.turns.length} turns, ${changed} changed\n`);
  return changed;
}

/** The same with what the journal holds, a conversation at a time: `conversations` are its lines. */
export async function replayJournal(
  asked: Asked,
  { conversations, dayOf }: Pick<ReplayOf, 'dayOf'> & { readonly conversations: AsyncIterable<string> },
  output: Writable,
): Promise<number> {
  const counts = { conversations: 0, turns: 0, changed: 0 };
  for await (const lines of conversations) {
    const recording = readRecording(lines, { speaker: asked.speaker, dayOf });
    const { changed } = await replayTurns(asked, recording, output);
    counts.conversations += 1;
    counts.turns += recording.turns.length;
    counts.changed += changed;
  }
  await write(
    output,
    `journal: ${counts.conversations} conversations, ${counts.turns} turns, ${counts.changed} changed\n`,
  );
  return counts.changed;
}

async function replayTurns(
  { desk }: Asked,
  recording: Recording,
  output: Writable,
): Promise<{ readonly answers: readonly Answered[]; readonly changed: number }> {
  const answers: Answered[] = [];
  let changed = 0;
  for (const [index, turn] of recording.turns.entries()) {
    const answered = await desk.receive(turn.incoming);
    answers.push(answered);
    const read = recording.show(answered);
    if (read.join('\n') === turn.read.join('\n')) continue;
    changed += 1;
    await write(output, difference(index, turn, read));
  }
  return { answers, changed };
}

function difference(index: number, { incoming, read }: RecordedTurn, now: readonly string[]): string {
  const marked = (mark: string, replies: readonly string[]) =>
    replies.flatMap((reply) => reply.split('\n').map((line) => `${mark} ${line}`.trimEnd()));
  const said = incoming.kind === 'join' ? '(comes in)' : JSON.stringify(incoming.text);
  const title = `turn ${index + 1} of ${incoming.conversation}, ${incoming.on}: ${said}`;
  return `${[title, ...marked('-', read), ...marked('+', now)].join('\n')}\n\n`;
}
