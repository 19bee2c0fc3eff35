import { createForms } from '../../dialogs/create.ts';
import { forms } from '../../dialogs/index.ts';
import { apologise } from '../conversation/result/apologise.ts';
import { createRedact, type Redact } from '../conversation/redaction/redact.ts';
import { createSpeaker, type Speaker } from '../voice/speaker.ts';
import { createTurn, type Turn } from '../conversation/turn.ts';
import type { ConversationState } from '../conversation/state.ts';
import type { HearDanger } from '../core/danger/index.ts';
import type { Matcher } from '../core/matching/index.ts';
import { corpusOf } from '../knowledge/corpus.ts';
import { dangerDataOf } from '../knowledge/danger-data.ts';
import type { Knowledge } from '../knowledge/schema.ts';
import { trainedDanger } from '../training/trained-danger.ts';
import { trainedMatcher } from '../training/trained-matcher.ts';
import type { InDanger } from './let-in.ts';

/** All that a turn is taken with, made from one state of the knowledge: swapped whole or not at all. */
export type Prepared = {
  readonly knowledge: Knowledge;
  readonly speaker: Speaker;
  readonly hearDanger: HearDanger;
  readonly matcher: Matcher;
  readonly takeTurn: Turn;
  readonly apologise: ReturnType<typeof apologise>;
  readonly redact: Redact;
  /** What the open form has asked for; null where none has. */
  readonly asking: (state: ConversationState) => string | null;
  readonly inDanger: InDanger;
};

export async function prepare(knowledge: Knowledge, cacheFolder: string): Promise<Prepared> {
  const [matcher, danger] = await Promise.all([
    trainedMatcher(corpusOf(knowledge), cacheFolder),
    trainedDanger(dangerDataOf(knowledge), cacheFolder),
  ]);
  return prepareWith(knowledge, matcher, danger.hear);
}

/** The same with what was learned at hand already. */
function prepareWith(knowledge: Knowledge, matcher: Matcher, hearDanger: HearDanger): Prepared {
  const speaker = createSpeaker(knowledge);
  const dialogs = createForms(forms, knowledge, speaker);
  return {
    knowledge,
    speaker,
    hearDanger,
    matcher,
    takeTurn: createTurn({ knowledge, matcher, speaker, dialogs, hearDanger }),
    apologise: apologise(knowledge, speaker, hearDanger),
    redact: createRedact(knowledge),
    asking: ({ dialogs: stack }) => dialogs.standing(stack)?.asking ?? null,
    inDanger: (text) => hearDanger(text)?.degree ?? null,
  };
}
