import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import { parseDay, type Day } from '../../core/day.ts';
import type { Trace } from '../../conversation/reply.ts';
import type { Desk } from '../../ports/desk.ts';
import { toText, type Say } from '../render-text.ts';

/** One line of `ask --jsonl` in, what is written for it out. Bad lines are answered too: `answerLine` never throws. */
export type LineAnswer =
  | {
      readonly conversation: string;
      readonly replies: readonly { readonly text: string; readonly choices: readonly string[] }[];
      readonly trace: Trace;
    }
  | { readonly error: { readonly code: string; readonly message: string } };

export type Asked = { readonly desk: Desk; readonly speaker: { readonly say: Say }; readonly today: () => Day };

/** `number` is the line's, from 1: each line is a message of its own, even word for word the same. */
export async function answerLine({ desk, speaker, today }: Asked, line: string, number: number): Promise<LineAnswer> {
  try {
    const { conversation, text, locale, channel, on } = readLine(line);
    const id = `line-${number}`;
    const { replies, trace } = await desk.receive({ conversation, id, text, locale, channel, on: on ?? today() });
    return {
      conversation,
      replies: replies.map((reply) => ({
        text: toText(reply, speaker),
        choices: reply.choices.map(({ label }) => label),
      })),
      trace,
    };
  } catch (problem) {
    return { error: described(problem) };
  }
}

function readLine(line: string): z.infer<typeof Line> {
  const parsed = Line.safeParse(parseJson(line));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AppError('input/invalid', [issue?.path.join('.'), issue?.message].filter(Boolean).join(': '));
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    throw new AppError('input/not-json', 'This line is no JSON. Send objects such as {"text":"…"}, one a line.');
  }
}

function described(problem: unknown): { code: string; message: string } {
  if (problem instanceof AppError) return { code: problem.code, message: problem.message };
  return { code: 'turn/failed', message: 'The line could not be answered.' };
}

const Line = z.object(
  {
    conversation: z.string().min(1).max(200).default('default'),
    text: z.string({ error: 'a text is needed' }),
    locale: z.string().max(35).optional(),
    channel: z.string().min(1).max(50).default('ask'),
    on: z
      .string()
      .transform((text, context) => {
        const day = parseDay(text);
        if (day === null) context.addIssue('a calendar day is needed, e.g. 2026-11-22');
        return day;
      })
      .pipe(z.custom<Day>((day) => day !== null))
      .optional(),
  },
  { error: 'an object such as {"text":"…"} is needed' },
);
