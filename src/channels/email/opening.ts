import type { Speaker } from '../../voice/speaker.ts';
import type { Register } from '../../ports/drafts.ts';
import { isOneOf, type MailWords } from './mail-words.ts';

const registers: readonly Register[] = ['formal', 'usual', 'plain'];

/** How the letter opens to which ours is the answer: by its first lines. */
export function registerOf(text: string, { greetings }: Pick<MailWords, 'greetings'>): Register {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 2)
    .flatMap((line) => line.split(/[,.!:，。！]/)[0] ?? []);
  if (lines.some((line) => isOneOf(line, greetings.formal))) return 'formal';
  return lines.some((line) => isOneOf(line, greetings.plain)) ? 'plain' : 'usual';
}

/** What our letters open with, in a language. A folder of before has one greeting for everybody. */
export function openingsIn(speaker: Pick<Speaker, 'say' | 'has'>, language: string): readonly string[] {
  return registers.map((register) => openingIn(speaker, language, register));
}

export function openingIn(speaker: Pick<Speaker, 'say' | 'has'>, language: string, register: Register): string {
  const key = `mail:openings.${register}`;
  return speaker.say(language, speaker.has(language, key) ? key : 'mail:greeting');
}
