import type { MoodName } from '../../knowledge/reactions-schema.ts';
import { moodNames } from '../../knowledge/reactions-schema.ts';
import type { Speaker } from '../../voice/speaker.ts';

type Speaking = { readonly speaker: Pick<Speaker, 'say' | 'has'>; readonly language: string };

/** What stands above a letter's answers: regret where there is a complaint, else what a chat says to such a mood. */
export function moodMet({ speaker, language }: Speaking, moods: readonly MoodName[]): string | null {
  const [mood] = moods;
  if (mood === undefined) return null;
  const complains = moods.includes('angry') && speaker.has(language, 'mail:regret');
  const key = complains ? 'mail:regret' : keyOf(mood);
  return speaker.has(language, key) ? speaker.say(language, key) : null;
}

/** What a chat says above its first answer: in a letter it stands above all of them, once. */
export function moodsSaid({ speaker, language }: Speaking): readonly string[] {
  return moodNames
    .map(keyOf)
    .filter((key) => speaker.has(language, key))
    .map((key) => speaker.say(language, key));
}

function keyOf(mood: MoodName): string {
  return `conversation:mood.${mood}`;
}
