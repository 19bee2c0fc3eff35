import { sourcesBeside, type Reply } from '../conversation/reply.ts';
import { cardText } from './card-text.ts';
import { sourceLines } from './source-lines.ts';

/** A sentence by its phrase key (`namespace:path.to.key`) in a language. */
export type Say = (
  language: string,
  key: string,
  values?: Readonly<Record<string, string | number | boolean>>,
) => string;

/**
 * What a person would read, for the terminal, e-mail and programs: the text, the card and the sources, in Markdown that
 * reads well as it stands. The choices are left to the channel, which knows how they are picked.
 */
export function toText(reply: Reply, speaker: { readonly say: Say }): string {
  const card = reply.card === null ? '' : cardText(reply.card);
  const beside = sourcesBeside(reply);
  const sources =
    beside.length === 0 ? '' : `${speaker.say(reply.language, 'channels:sources')}\n${sourceLines(beside)}`;
  return [reply.text, card, sources].filter((part) => part !== '').join('\n\n');
}
