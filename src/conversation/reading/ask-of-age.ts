import type { ReadingFile } from '../../knowledge/conversation-schema.ts';
import { ofEach } from '../../text/remember.ts';
import { spellings } from '../../text/typed-words.ts';
import { kindsSaid, phrasesOfKinds } from './put-together.ts';

/** "And if I am over 26?", "I'm 30, same?": an age, words that say it is one, and nothing that names a subject. */
export function saysAnAge(text: string, reading: ReadingFile): boolean {
  return spellings(apart(text)).some((spelling) => {
    const words = spelling.split(' ');
    const rest = words.filter((word) => !isAge(word));
    return rest.length < words.length && kindsSaid(rest, phrasesOf(reading))?.has('says') === true;
  });
}

function isAge(word: string): boolean {
  return anAge.test(word);
}

/** "30yo", "26岁": a number that is written together with its word. */
function apart(text: string): string {
  return text.replaceAll(/(\p{N})(?=\p{L})|(\p{L})(?=\p{N})/gu, '$1$2 ');
}

const phrasesOf = ofEach(({ ages, bare, fillers, cues }: ReadingFile) =>
  phrasesOfKinds({ says: ages.says, around: [...ages.around, ...bare.around, ...fillers, ...cues.followUp] }),
);

const anAge = /^[1-9١-٩]\p{Nd}$/u;
