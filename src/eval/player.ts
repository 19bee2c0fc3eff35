import { createForms } from '../../dialogs/create.ts';
import { forms } from '../../dialogs/index.ts';
import { createSpeaker } from '../voice/speaker.ts';
import { createTurn } from '../conversation/turn.ts';
import type { HearDanger } from '../core/danger/index.ts';
import type { Matcher } from '../core/matching/index.ts';
import type { Knowledge } from '../knowledge/schema.ts';
import type { Player } from './conversation-scores.ts';

/** Takes turns as the desk does, without a desk: nothing is kept. */
export function createPlayer(knowledge: Knowledge, matcher: Matcher, hearDanger: HearDanger): Player {
  const speaker = createSpeaker(knowledge);
  const dialogs = createForms(forms, knowledge, speaker);
  return { takeTurn: createTurn({ knowledge, matcher, speaker, dialogs, hearDanger }), dialogs };
}
