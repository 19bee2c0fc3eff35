import type { Day } from '../../core/day.ts';
import type { Answer, Knowledge } from '../../knowledge/schema.ts';
import { textOn } from '../../knowledge/text-on.ts';
import { languageName } from '../../voice/language-names.ts';
import type { Speaker } from '../../voice/speaker.ts';

type Voice = { readonly knowledge: Pick<Knowledge, 'vocabulary'>; readonly speaker: Speaker };

/** A topic as it is read on a day. */
export type SaidTopic = {
  readonly text: string;
  readonly facts: readonly string[];
  /** The one that the text is in; where that is not the reader's, `note` says so in theirs. */
  readonly language: string;
  readonly note: string | null;
  /** Whether there is a text for the day: never the text of another day. */
  readonly valid: boolean;
};

/** The text of the day, in the reader's language or as the original has it. */
export function sayTopic({ knowledge, speaker }: Voice, topic: Answer, language: string, on: Day): SaidTopic {
  const found = textOn(topic, language, on);
  if (found.kind !== 'text') {
    const day = speaker.date(language, found.on);
    const text = speaker.say(language, `conversation:no-text.${found.kind}`, { day }, on);
    return { text, facts: [], language, note: null, valid: false };
  }
  const foreign = found.language !== language && speaker.has(language, 'translation:only-in');
  const culture = knowledge.vocabulary[language]?.culture ?? language;
  const named = { original: languageName(culture, found.language) };
  return {
    text: speaker.render(found.language, found.text, on),
    facts: speaker.factsOf(found.text),
    language: found.language,
    note: foreign ? speaker.say(language, 'translation:only-in', named, on) : null,
    valid: true,
  };
}
