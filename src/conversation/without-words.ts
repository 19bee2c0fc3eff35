import type { Incoming, Trace } from './reply.ts';

/** Whether nothing was said: somebody came in, or chose another language around the conversation. */
export function isWithoutWords({ kind }: Pick<Incoming, 'kind'>): boolean {
  return kind === 'join' || kind === 'language';
}

/** What an entry of the journal without words was, by why it was answered as it was: the journal has no kind. */
export function kindOf(text: string, trace: Pick<Trace, 'decision' | 'listener'> | null | undefined): Incoming['kind'] {
  if (text !== '' || trace == null) return undefined;
  if (trace.listener === languageChosenName) return 'language';
  return trace.decision === 'smalltalk' ? 'join' : undefined;
}

export const languageChosenName = 'language-chosen';
