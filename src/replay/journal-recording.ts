import type { Logged, LoggedFilter } from '../ports/logged.ts';

/** Logged conversations as the lines that a journal's recording holds (channels/ask/recording.ts), newest conversation first. */
export async function* journalLines(logged: Logged, filter: LoggedFilter, limit: number): AsyncGenerator<string> {
  for (const conversation of await logged.conversations(filter, limit)) {
    const entries = await logged.entries(conversation);
    // What was said outside a turn answers no message.
    const turns = entries.filter(({ direction, trace }) => direction === 'in' || trace !== null);
    if (turns.length > 0) yield `${turns.map((entry) => JSON.stringify(entry)).join('\n')}\n`;
  }
}
