import type { Matcher } from '../../core/matching/matcher.ts';
import type { ReadingFile } from '../../knowledge/conversation-schema.ts';
import { ofEach } from '../../text/remember.ts';
import type { Situation } from '../said.ts';

/** The stems of a message's words that name something: "new" in "how do I get a new one". */
export function namedIn({ matcher, knowledge, language, incoming }: Situation): readonly string[] {
  const reading = knowledge.reading[language];
  if (reading === undefined) return [];
  const around = stemsAround(matcher)(reading);
  return matcher.stems(incoming.text).filter((stem) => stem.length >= shortestName && !around.has(stem));
}

/** The stems of words that name nothing: several hundred, the same for every message. */
const stemsAround = ofEach((matcher: Matcher) =>
  ofEach(({ bare, fillers, cues }: ReadingFile) => {
    const words = [bare.around, fillers, cues.question, cues.followUp, cues.reference, cues.self].flat();
    return new Set(matcher.stems(words.join(' ')));
  }),
);

const shortestName = 2;
