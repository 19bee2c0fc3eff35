import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Incoming, Reply } from '../../conversation/reply.ts';
import { toText } from '../render-text.ts';
import type { Asked } from './answer-line.ts';
import { write } from './lines.ts';

/** `ask`: a chat in the terminal until the input ends. The desk greets; choices stand under a reply, to be typed. */
export async function chat(
  { desk, speaker, today }: Asked,
  input: Readable,
  output: Writable,
  locale: string | undefined,
): Promise<void> {
  output.on('error', ignored);
  const say = async (id: string, message: Pick<Incoming, 'text' | 'kind'>): Promise<boolean> => {
    const { replies } = await desk.receive({
      ...message,
      conversation: 'terminal',
      channel: 'ask',
      id,
      locale,
      on: today(),
    });
    return write(output, `${replies.map((reply) => shown(reply, speaker)).join('\n\n')}\n\n`);
  };
  let heard = await say('0', { text: '', kind: 'join' });
  // Not before: what is typed ahead is kept by whoever reads, and nobody does until here.
  const terminal = createInterface({ input, output, prompt: '> ' });
  const ended = new AbortController();
  terminal.once('close', () => {
    ended.abort();
  });
  terminal.prompt();
  let number = 0;
  for await (const text of terminal) {
    number += 1;
    heard &&= await say(String(number), { text });
    if (!heard) break;
    if (!ended.signal.aborted) terminal.prompt();
  }
  terminal.close();
}

function shown(reply: Reply, speaker: Asked['speaker']): string {
  const choices = reply.choices.map(({ label }) => `  · ${label}`).join('\n');
  return [toText(reply, speaker), choices].filter((part) => part !== '').join('\n\n');
}

/** Every write reports its own failure; the event that comes with it must not end the process. */
function ignored(): void {}
