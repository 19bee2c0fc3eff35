import type { Day } from '../../core/day.ts';
import type { Speaker } from '../../voice/speaker.ts';
import type { OurLetters } from './older-letters.ts';
import { openingsIn } from './opening.ts';

/** How our letters are known in somebody else's: by what stands in each of them, in every language of the desk. */
export function ourLettersOf(speaker: Speaker, own: string, today: Day): OurLetters {
  const known = kept.get(speaker);
  if (known?.own === own && known.today === today) return known.letters;
  const letters = written(speaker, own, today);
  kept.set(speaker, { own, today, letters });
  return letters;
}

/** They are looked up at every mail, and change with the day and the knowledge. */
const kept = new WeakMap<Speaker, { readonly own: string; readonly today: Day; readonly letters: OurLetters }>();

function written(speaker: Speaker, own: string, today: Day): OurLetters {
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
