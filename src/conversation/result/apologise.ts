import type { HearDanger } from '../../core/danger/index.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import { replyOf, type Incoming } from '../reply.ts';
import { numbersIn, tracedDanger } from './tell-emergency-numbers.ts';
import type { Spoken } from '../../voice/content.ts';
import type { Speaker } from '../../voice/speaker.ts';
import type { ConversationState } from '../state.ts';
import type { TurnResult } from './compose-result.ts';

/**
 * What is said when a turn broke: the person's place is kept, and the reference leads staff to the cause in the log. Numbers
 * that a danger asks for are said all the same.
 */
export function apologise(knowledge: Knowledge, speaker: Speaker, hearDanger: HearDanger) {
  return (incoming: Incoming, state: ConversationState, reference: string): Omit<TurnResult, 'state' | 'effects'> => {
    const language = languageFor(incoming, state, knowledge.languages);
    const danger = incoming.danger === undefined ? hearDanger(incoming.text, state.heard) : incoming.danger;
    const sorry = speaker.say(language, 'channels:failed', { reference }, incoming.on);
    const numbers = danger === null ? [] : [numbersIn({ speaker, knowledge, on: incoming.on }, danger, language)];
    const reply = replyOf(language, [...numbers, sorry].join('\n\n'));
    const trace = {
      decision: danger?.degree === 'certain' ? ('emergency' as const) : ('decline' as const),
      intent: null,
      intents: [],
      score: null,
      runnerUp: null,
      language,
      asking: null,
      outcome: { failed: reference },
      danger: tracedDanger(danger, language, knowledge),
      sources: [],
      listener: null,
      knowledge: knowledge.hash,
    };
    return { replies: [reply], trace };
  };
}

/** Not read from the message: whatever broke may have been reading it. */
function languageFor({ locale }: Incoming, state: ConversationState, languages: Spoken): string {
  const asked = locale?.toLowerCase();
  return state.language ?? languages.find((language) => asked?.startsWith(language)) ?? languages[0];
}
