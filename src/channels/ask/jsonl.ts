import type { Readable, Writable } from 'node:stream';
import { answerLine, type Asked } from './answer-line.ts';
import { linesOf, write } from './lines.ts';

/** `ask --jsonl`: an answer a line, in order, each written before the next line is read; nothing else on `output`. */
export async function askJsonl(asked: Asked, input: Readable, output: Writable): Promise<void> {
  output.on('error', ignored);
  let number = 0;
  for await (const line of linesOf(input)) {
    number += 1;
    const heard = await write(output, `${JSON.stringify(await answerLine(asked, line, number))}\n`);
    if (!heard) return;
  }
}

/** Every write reports its own failure; the event that comes with it must not end the process. */
function ignored(): void {}
