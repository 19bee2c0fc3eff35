import { languageName } from '../../voice/language-names.ts';
import { choiceOf } from '../choices/choice-value.ts';
import type { TurnDecision } from '../reply.ts';
import type { Said, Situation } from '../said.ts';

/**
 * Once a conversation, in its language: that what was answered is a translation which nobody has checked, with the original
 * at hand. A question that is asked stays last.
 */
export function sayTranslated(situation: Situation, heard: Said): Said {
  const { state } = situation;
  const language = heard.next.language ?? situation.language;
  if (state.translationTold === language || !isUnchecked(situation, heard, language)) return heard;
  const words = translationWords(situation, language);
  if (words === null) return heard;
  const { original, note, offer } = words;
  const texts = heard.asking === null ? [heard.text, note] : [note, heard.text];
  return {
    ...heard,
    text: texts.join('\n\n'),
    choices: [...heard.choices, choiceOf(offer, { kind: 'language', language: original })],
    next: { ...heard.next, translationTold: language },
  };
}

/** What is said of a translation, and the original that is offered; a folder of before has no words for it. */
export function translationWords(
  { speaker, knowledge }: Pick<Situation, 'speaker' | 'knowledge'>,
  language: string,
): { readonly original: string; readonly note: string; readonly offer: string } | null {
  if (!speaker.has(language, 'translation:note')) return null;
  const [original] = knowledge.originals;
  const culture = knowledge.vocabulary[language]?.culture ?? language;
  const named = { original: languageName(culture, original) };
  const say = (key: string) => speaker.say(language, `translation:${key}`, named);
  return { original, note: say('note'), offer: say('offer') };
}

/** A topic's text waits for its own check; what a form comes to is said by sentences of several files, and by figures. */
function isUnchecked({ knowledge }: Situation, heard: Said, language: string): boolean {
  const checks = knowledge.checks[language];
  if (checks === undefined || !stating.has(heard.decision)) return false;
  const intents = heard.intents.length > 0 ? heard.intents : [heard];
  const topics = intents.flatMap(({ intent }) => checks.answers[intent ?? ''] ?? []);
  const decided = heard.outcome === null ? [] : Object.values(checks.phrases);
  return [...topics, ...decided].some((state) => state !== 'checked');
}

/** Greetings, questions back and regrets state nothing; beside danger and a hand-over nothing else is said. */
const stating: ReadonlySet<TurnDecision> = new Set(['answer', 'gap', 'dialog', 'command']);
