import type { Facts } from './dialogs.ts';
import type { Situation } from './said.ts';
import { longestMention } from './words.ts';

/** The known field that a message speaks of without telling a value: "and if I stay longer?", "change my nationality". */
export function fieldNamed(situation: Situation, facts: Facts): string | null {
  const fields = situation.knowledge.reading[situation.language]?.fields ?? {};
  const named = Object.entries(fields).flatMap(([field, words]) => {
    const mention = field in facts ? longestMention(situation.incoming.text, words) : null;
    return mention === null ? [] : [{ field, length: mention.length }];
  });
  return named.sort((a, b) => b.length - a.length || (a.field < b.field ? -1 : 1))[0]?.field ?? null;
}
