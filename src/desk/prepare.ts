import { createForms } from '../../dialogs/create.ts';
import { forms } from '../../dialogs/index.ts';
import { apologise } from '../conversation/apologise.ts';
import { createRedact } from '../conversation/redact.ts';
import { dangerIn } from '../conversation/safety.ts';
import { createSpeaker, type Speaker } from '../conversation/say.ts';
import { createTurn, type Turn } from '../conversation/turn.ts';
import type { Matcher } from '../core/matching/index.ts';
import { corpusOf } from '../knowledge/corpus.ts';
import type { Knowledge } from '../knowledge/schema.ts';
import { trainedMatcher } from '../training/trained-matcher.ts';
import type { InDanger } from './let-in.ts';

/** All that a turn is taken with, made from one state of the knowledge: swapped whole or not at all. */
export type Prepared = {
  readonly knowledge: Knowledge;
  readonly speaker: Speaker;
  readonly matcher: Matcher;
  readonly takeTurn: Turn;
  readonly apologise: ReturnType<typeof apologise>;
  readonly redact: ReturnType<typeof createRedact>;
  readonly inDanger: InDanger;
};

export async function prepare(knowledge: Knowledge, cacheFolder: string): Promise<Prepared> {
  return prepareWith(knowledge, await trainedMatcher(corpusOf(knowledge), cacheFolder));
}

/** The same with a matcher that is at hand already. */
function prepareWith(knowledge: Knowledge, matcher: Matcher): Prepared {
  const speaker = createSpeaker(knowledge);
  const dialogs = createForms(forms, knowledge, speaker);
  return {
    knowledge,
    speaker,
    matcher,
    takeTurn: createTurn({ knowledge, matcher, speaker, dialogs }),
    apologise: apologise(knowledge, speaker),
    redact: createRedact(knowledge),
    inDanger: (text) => dangerIn(text, knowledge) !== null,
  };
}
