import { handoverCues, type HandoverCue, type PersonFile } from '../../knowledge/person-schema.ts';
import { isWhole } from '../commands/read-command.ts';
import { afterHandover } from '../forms/dialogs.ts';
import { answerExpected } from './expect-answer.ts';
import { backToProgram } from './hold-back.ts';
import { reopened } from './reopen.ts';
import { dialogTurn, phrase, said, type Said, type Situation } from '../said.ts';
import { speaksOfOurs } from '../topics/judge-subject.ts';
import type { ReadingFile } from '../../knowledge/conversation-schema.ts';
import { kindsSaid, phrasesOfKinds } from '../reading/put-together.ts';
import { ofEach } from '../../text/remember.ts';
import { longestMention, spellings, wordsOf } from '../../text/typed-words.ts';

/** What is asked about a hand-over that was made: its reference, whether it was sent, when, something to add, or no more. */
export function aboutHandover(situation: Situation): Said | Promise<Said> | null {
  const asked = askedOfHandover(situation);
  if (asked === null) return null;
  const { cue, reference } = asked;
  if (cue === 'add') return addTo(situation, reference);
  if (cue === 'again') return stillOpen(situation, reference);
  if (cue === 'bot') return backToProgram(situation);
  if (cue === 'when') return said('command', whenAnswered(situation, reference), { handover: { reference } });
  return said('command', phrase(situation, `handover.about.${cue}`, { reference }), {
    handover: { reference },
    ...(cue === 'withdraw' ? withdrawn(situation, reference) : {}),
  });
}

/** What of it, and of which hand-over; null when something else is meant, or a form is open. */
export function askedOfHandover(
  situation: Situation,
): { readonly cue: HandoverCue; readonly reference: string } | null {
  const { handover, turn, dialogs } = situation.state;
  const open = situation.dialogs.standing(dialogs)?.dialog ?? afterHandover;
  if (handover == null || open !== afterHandover) return null;
  const cue = cueIn(situation, turn - handover.turn <= justMade);
  return cue === null ? null : { cue, reference: handover.reference };
}

/**
 * Words enough to be clear count wherever they stand in a short message; "when?" alone is about what was just said. How long the carte
 * Vitale takes is none of them.
 */
function cueIn(situation: Situation, justNow: boolean): HandoverCue | null {
  const { incoming, knowledge, language } = situation;
  const reading = knowledge.reading[language];
  const cues = knowledge.person[language]?.handover;
  if (reading === undefined || cues === undefined || wordsOf(incoming.text).length > shortMessage) return null;
  const named = (cue: HandoverCue) =>
    (longestMention(incoming.text, clear(cues[cue] ?? none)) !== null &&
      !(cue === 'when' && speaksOfOurs(situation))) ||
    isWhole(incoming.text, clear(cues[cue] ?? none), reading) ||
    ((justNow || lasting.has(cue)) && isWhole(incoming.text, cues[cue] ?? none, reading));
  return handoverCues.find(named) ?? (isWhenAnswered(situation, reading) ? 'when' : null);
}

/** "How long do they take to answer", put together of words of asking when and of words about an answer. */
function isWhenAnswered({ incoming, knowledge, language }: Situation, reading: ReadingFile): boolean {
  const answering = knowledge.person[language]?.answering;
  if (answering === undefined) return false;
  const kinds = askingWhen(answering)(reading);
  return spellings(incoming.text).some((spelling) => {
    const said = kindsSaid(spelling.split(' '), kinds);
    return said !== null && said.has('asks') && said.has('answering');
  });
}

const askingWhen = ofEach(({ says, around }: NonNullable<PersonFile['answering']>) =>
  ofEach(({ bare, fillers }: ReadingFile) =>
    phrasesOfKinds({
      asks: [...(bare.asks['when'] ?? []), ...(bare.asks['duration'] ?? [])],
      answering: says,
      around: [...around, ...bare.around, ...fillers],
    }),
  ),
);

const none: readonly string[] = [];
const clear = ofEach((phrases: readonly string[]) => phrases.filter((one) => wordsOf(one).length >= clearWords));

/** "It still does not work": theirs again who closed it. */
function stillOpen(situation: Situation, reference: string): Said {
  const { atDesk } = situation.incoming;
  if (atDesk?.closed === true) return reopened(situation, said('command', '', { handover: { reference } }), atDesk);
  return said('command', phrase(situation, 'handover.about.again', { reference }), { handover: { reference } });
}

/** "When will they answer?" */
function whenAnswered(situation: Situation, reference: string): string {
  return [phrase(situation, 'handover.about.when', { reference }), answerExpected(situation)].flat().join('\n\n');
}

/** The desk's question what it is about, once more. */
async function addTo(situation: Situation, reference: string): Promise<Said> {
  const { stack, says } = await situation.dialogs.begin(afterHandover, { reference }, dialogTurn(situation), {});
  return said('command', phrase(situation, 'handover.about.add', { reference }), {
    asking: says.asking,
    choices: says.choices,
    handover: { reference },
    next: { dialogs: stack },
  });
}

/** The desk reads that nothing is wanted any more; what was told stays with it. */
function withdrawn(situation: Situation, reference: string): Partial<Said> {
  const note = { concern: phrase(situation, 'handover.about.withdrawn'), way: null };
  return {
    effects: [{ kind: 'handover-note', reference, note }],
    next: { dialogs: null, handover: null },
  };
}

const shortMessage = 14;
const clearWords = 3;
/** They are said long after it was made. */
const lasting: ReadonlySet<HandoverCue> = new Set(['again', 'bot']);
/** In so many turns after it a bare "when?" is about the hand-over. */
const justMade = 2;
