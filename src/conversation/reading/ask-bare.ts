import type { ReadingFile } from '../../knowledge/conversation-schema.ts';
import { ofEach } from '../../text/remember.ts';
import { spellings } from '../../text/typed-words.ts';
import { kindsSaid, phrasesOfKinds } from './put-together.ts';

/**
 * "How do I ask for it", "and it cost how much": what is asked by a question that is put together of words of asking and of words that
 * name nothing. What it asks about ("where … send") says more than the word of asking.
 */
export function bareKind(text: string, reading: ReadingFile): string | null {
  for (const spelling of spellings(text)) {
    const kinds = kindsSaid(spelling.split(' '), phrasesOf(reading));
    const asks = kinds === null ? undefined : firstOf(reading.bare.asks, kinds, 'asks');
    if (kinds !== null && asks !== undefined) return firstOf(reading.bare.about, kinds, 'about') ?? asks;
  }
  return null;
}

function firstOf(lists: ReadingFile['bare']['asks'], kinds: ReadonlySet<string>, group: string): string | undefined {
  return Object.keys(lists).find((kind) => kinds.has(`${group} ${kind}`));
}

const phrasesOf = ofEach(({ bare, fillers }: ReadingFile) =>
  phrasesOfKinds(
    Object.fromEntries([
      ...Object.entries(bare.asks).map(([kind, words]) => [`asks ${kind}`, words] as const),
      ...Object.entries(bare.about).map(([kind, words]) => [`about ${kind}`, words] as const),
      ['around', [...bare.around, ...fillers]] as const,
    ]),
  ),
);
