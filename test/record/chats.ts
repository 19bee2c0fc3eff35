import { day, type Day } from '../../src/core/day.ts';
import { readConversations } from '../../src/eval/conversations.ts';
import { readQuestions } from '../../src/eval/own-questions.ts';
import type { Knowledge } from '../../src/knowledge/schema.ts';

/** A conversation to have: what is typed, in order. */
export type Chat = {
  readonly name: string;
  readonly locale?: string | undefined;
  readonly channel: string;
  readonly joins: boolean;
  readonly on: Day;
  readonly says: readonly string[];
};

export const recordDay: Day = day('2026-11-22');

/** The project's own questions and conversations, and in each language whoever joins and every command. */
export function ownChats(knowledge: Knowledge): readonly Chat[] {
  const on = recordDay;
  const questions = readQuestions('knowledge').map(({ text, file }, index): Chat => ({
    ...typed,
    name: `${file} ${String(index)}`,
    on,
    says: [text],
  }));
  const scripted = readConversations('knowledge').map(({ title, turns, on }): Chat => ({
    ...typed,
    name: title,
    on,
    says: turns.map(({ says }) => says),
  }));
  return [...questions, ...scripted, ...knowledge.languages.flatMap((locale) => spoken(knowledge, locale))];
}

/** A command is given at the start, behind an answer, and in a form. */
function spoken({ reading }: Knowledge, locale: string): readonly Chat[] {
  const commands = Object.values(reading[locale]?.commands ?? {}).flatMap((ways) => ways.slice(0, 1));
  const chat = (name: string, says: readonly string[], more: Partial<Chat> = {}): Chat => ({
    ...typed,
    name: `${locale} ${name}`,
    locale,
    on: recordDay,
    says,
    ...more,
  });
  return [
    ...['webchat', 'msteams'].map((channel) => chat(`joins ${channel}`, ['👍', '???'], { channel, joins: true })),
    chat('every command', commands),
    ...commands.map((command) => chat(`answer, ${command}`, ['CVEC?', command])),
  ];
}

const typed = { channel: 'webchat', joins: false } as const;
