import type { Facts } from './dialogs.ts';
import type { Situation } from '../said.ts';
import { longestMention } from '../../text/typed-words.ts';

/** The known field that a message speaks of without telling a value: "and if I stay longer?", "change my nationality". */
export function fieldNamed(situation: Situation, facts: Facts): string | null {
  return fieldMentioned(situation, facts)?.field ?? null;
}

/** The same with the words that name it. */
export function fieldMentioned(
  situation: Situation,
  facts: Facts,
): { readonly field: string; readonly mention: string } | null {
  const fields = situation.knowledge.reading[situation.language]?.fields ?? {};
  const named = Object.entries(fields).flatMap(([field, words]) => {
    const mention = field in facts ? longestMention(situation.incoming.text, words) : null;
    return mention === null ? [] : [{ field, mention }];
  });
  return named.sort((a, b) => b.mention.length - a.mention.length || (a.field < b.field ? -1 : 1))[0] ?? null;
}
