import { offersCommand } from '../choices/choice-value.ts';
import { moodNames, type MoodName } from '../../knowledge/reactions-schema.ts';
import { personChoice } from '../person/hand-over.ts';
import { phrase, type Said, type Situation } from '../said.ts';
import { longestMention } from '../../text/typed-words.ts';

/**
 * Worry and anger are met in half a sentence before what is said, not twice in a row. Where a day has passed, somebody
 * waits or is angry, a person stands at hand at once. Beside danger nothing stands above the numbers.
 */
export function meetMood(situation: Situation, heard: Said): Said {
  const { state, danger } = situation;
  const [mood] = moodsIn(situation, situation.incoming.text);
  if (mood === undefined || danger !== null || !met.has(heard.decision)) return heard;
  const person = !aided.has(mood) || offersCommand(heard.choices, 'human') ? [] : [personChoice(situation)];
  const told = { ...heard, choices: [...heard.choices, ...person] };
  if (state.moodMet === state.turn - 1) return { ...told, next: { ...told.next, moodMet: state.turn } };
  const text = `${phrase(situation, `mood.${mood}`)}\n\n${heard.text}`;
  return { ...told, text, next: { ...told.next, moodMet: state.turn } };
}

/** In the language of the message; the one that needs a person most stands first. */
export function moodsIn(
  { knowledge, language }: Pick<Situation, 'knowledge' | 'language'>,
  text: string,
): readonly MoodName[] {
  const words = knowledge.reactions[language]?.mood;
  return words === undefined ? [] : moodNames.filter((mood) => longestMention(text, words[mood]) !== null);
}

const aided: ReadonlySet<MoodName> = new Set(['late', 'waiting', 'angry']);
/** Greetings, commands, hand-overs and danger have words of their own. */
const met: ReadonlySet<string> = new Set(['answer', 'clarify', 'gap', 'decline', 'dialog']);
