import { isOpen } from '../../core/opening.ts';
import { openingOf } from '../../knowledge/read-opening.ts';
import { starters } from '../commands/offer-starters.ts';
import { afterHandover } from '../forms/dialogs.ts';
import type { Effect } from '../reply.ts';
import { phrase, said, type Said, type Situation } from '../said.ts';
import { answerTime } from './expect-answer.ts';

/**
 * Whether a colleague is at it, so that nothing else speaks: in the desk's hours, and for half an hour after they last did
 * something; not where the student asked for the program since.
 */
export function isHeld({ incoming, state, knowledge }: Situation): boolean {
  const { atDesk, moment } = incoming;
  if (!isTaken(atDesk) || moment === undefined || state.withoutColleague === atDesk.act) return false;
  const opening = openingOf(knowledge.desk);
  const open = opening === null || isOpen(opening, moment);
  return open && (atDesk.idleMinutes ?? Infinity) < quietMinutes;
}

/** Nothing is said. What is told while the desk's questions stand open goes to the person all the same. */
export function holdBack(situation: Situation): Said {
  const { state, dialogs, incoming } = situation;
  const standing = dialogs.standing(state.dialogs);
  const asked = standing?.dialog === afterHandover;
  const reference = String(standing?.facts['reference']);
  const effects: readonly Effect[] =
    asked && standing.asking === 'concern'
      ? [{ kind: 'handover-note', reference, note: { concern: incoming.text, way: null } }]
      : [];
  return said('held', '', {
    effects,
    next: {
      said: state.said,
      offered: state.offered,
      beneath: state.beneath ?? false,
      rating: state.rating ?? null,
      ...(asked && { dialogs: null }),
    },
  });
}

/** "Back to the bot": the hand-over stays with the colleague, and what is asked is answered here again. */
export function backToProgram(situation: Situation): Said | null {
  const { atDesk } = situation.incoming;
  if (!situation.speaker.has(situation.language, 'conversation:handover.back')) return null;
  return said('command', phrase(situation, 'handover.back'), {
    choices: starters(situation),
    next: { withoutColleague: atDesk?.act ?? null, misses: 0 },
  });
}

/** While a colleague has it and is not there: what is answered says when they will, once a time. */
export function sayWhenBack(situation: Situation, heard: Said): Said {
  const { incoming, state, speaker, language } = situation;
  const { atDesk } = incoming;
  if (!isTaken(atDesk) || heard.decision === 'held' || heard.decision === 'emergency') return heard;
  const by = answerTime(situation);
  if (by === null || state.withoutColleague === atDesk.act || state.answerTold === by) return heard;
  if (!speaker.has(language, 'conversation:handover.away')) return heard;
  const note = phrase(situation, 'handover.away', { name: atDesk.holder, reference: atDesk.reference, when: by });
  // A question that is asked stays last.
  const texts = heard.asking === null ? [heard.text, note] : [note, heard.text];
  return { ...heard, text: texts.join('\n\n'), next: { ...heard.next, answerTold: by } };
}

type Taken = NonNullable<Situation['incoming']['atDesk']> & { readonly holder: string };

function isTaken(atDesk: Situation['incoming']['atDesk']): atDesk is Taken {
  return atDesk != null && !atDesk.closed && atDesk.holder !== null;
}

const quietMinutes = 30;
