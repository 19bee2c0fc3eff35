import type { Day } from '../../core/day.ts';
import type { Speaker } from '../../voice/speaker.ts';
import type { OurLetters } from './older-letters.ts';
import { openingsIn } from './opening.ts';

/** How our letters are known in somebody else's: by what stands in each of them, in every language of the desk. */
export function ourLettersOf(speaker: Speaker, own: string, today: Day): OurLetters {
  const { languages } = speaker;
  return {
    own,
    sentences: languages.flatMap((language) => [
      speaker.say(language, 'mail:reply'),
      speaker.say(language, 'mail:continue'),
      ...speaker
        .say(language, 'mail:signature', {}, today)
        .split('\n')
        .map((line) => line.replaceAll('*', ''))
        .filter((line) => line.length > shortestSentence),
    ]),
    openings: languages.flatMap((language) => openingsIn(speaker, language)),
  };
}

const shortestSentence = 20;
