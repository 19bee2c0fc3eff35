import { createForms } from '../../dialogs/create.ts';
import { forms } from '../../dialogs/index.ts';
import { apologise } from '../conversation/result/apologise.ts';
import { createRedact, type Redact } from '../conversation/redaction/redact.ts';
import { createSpeaker, type Speaker } from '../voice/speaker.ts';
import { createTurn, type Turn } from '../conversation/turn.ts';
import type { ConversationState } from '../conversation/state.ts';
import { lazily } from '../core/lazily.ts';
import type { HearDanger } from '../core/danger/index.ts';
import type { Matcher } from '../core/matching/index.ts';
import { corpusOf } from '../knowledge/corpus.ts';
import { dangerDataOf } from '../knowledge/danger-data.ts';
import type { Knowledge } from '../knowledge/schema.ts';
import { keep, readKept } from '../training/kept-file.ts';
import { fingerprintOfDanger, learnedDanger } from '../training/trained-danger.ts';
import { fingerprintOf, learnedMatcher } from '../training/trained-matcher.ts';
import { keyOf } from '../program-version.ts';
import { hearDangerBeside } from './hear-danger.ts';
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

/** What a turn needs is made when the first message comes: whoever only opens the doors waits for none of it. */
export async function prepare(knowledge: Knowledge, cacheFolder: string): Promise<Prepared> {
  const corpus = lazily(() => corpusOf(knowledge));
  const dangerData = lazily(() => dangerDataOf(knowledge));
  const keys = keysOf(knowledge, cacheFolder, () => ({
    matcher: fingerprintOf(corpus()),
    danger: fingerprintOfDanger(dangerData()),
  }));
  const [matcher, danger] = await Promise.all([
    learnedMatcher({ data: corpus, key: keys.matcher }, cacheFolder),
    learnedDanger({ data: dangerData, key: keys.danger }, cacheFolder),
  ]);
  return prepareWith(knowledge, matcher, hearDangerBeside(knowledge, danger.hear, matcher));
}

type Keys = { readonly matcher: string; readonly danger: string };

/** Which models are those of this knowledge: known once they were looked for. */
function keysOf({ hash }: Knowledge, cacheFolder: string, find: () => Keys): Keys {
  const key = keyOf(hash);
  const kept = readKept(cacheFolder, 'models-', key) as Keys | null;
  if (kept !== null) return kept;
  const keys = find();
  keep(cacheFolder, 'models-', key, keys);
  return keys;
}

/** The same with what was learned at hand already. */
function prepareWith(knowledge: Knowledge, matcher: Matcher, hearDanger: HearDanger): Prepared {
  const speaker = createSpeaker(knowledge);
  const turns = lazily(() => {
    const dialogs = createForms(forms, knowledge, speaker);
    return { dialogs, take: createTurn({ knowledge, matcher, speaker, dialogs, hearDanger }) };
  });
  const redact = lazily(() => createRedact(knowledge));
  return {
    knowledge,
    speaker,
    hearDanger,
    matcher,
    takeTurn: (incoming, state) => turns().take(incoming, state),
    apologise: apologise(knowledge, speaker, hearDanger),
    redact: (text, options) => redact()(text, options),
    asking: ({ dialogs: stack }) => turns().dialogs.standing(stack)?.asking ?? null,
    inDanger: (text) => hearDanger(text)?.degree ?? null,
  };
}
