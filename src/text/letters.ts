import { simplified } from './simplified.ts';

/**
 * Letters alone, as words are compared letter by letter: lower case, ordinary width, no accents and no vowel signs. What is
 * not ASCII grows when it is taken apart; of that, `most` UTF-16 units are read.
 */
export function bareLetters(text: string, most = Infinity): string {
  if (plainAscii.test(text)) return text.toLowerCase().slice(0, most);
  return takenApart(text, most).replace(marks, '');
}

/**
 * Lower-case letters of ordinary width, each followed by its marks; letters that a script writes in several ways (the Arabic
 * alef, the two Chinese scripts) as one; half a surrogate pair is replaced.
 */
export function takenApart(text: string, most = Infinity): string {
  const letters = text
    .toWellFormed()
    .replace(typedAccent, "'")
    .normalize('NFKD')
    .slice(0, most)
    .toLowerCase()
    .replace(undecomposed, (letter) => decomposed[letter] as string);
  return simplified(letters);
}

/** Lower case without accents, where one letter must stay one: in a pattern, and in an index that is stored. */
export function withoutAccents(text: string): string {
  return text.replace(typedAccent, "'").normalize('NFD').replace(marks, '').toLowerCase();
}

const plainAscii = /^[\t\n\r\x20-\x7e]*$/;
/** An accent by itself between letters is an apostrophe: "don´t". Taken apart it would be a space. */
const typedAccent = /(?<=\p{L})[\u00b4\u02ca\u02cb](?=\p{L})/gu;
const marks = /\p{M}/gu;
/**
 * Letters that Unicode does not take apart; and those that hurried Arabic writes for each other: the alef with its wasla, the
 * ya and the ta marbuta that end a word, a keyboard's Persian letters, the stroke that draws a word out.
 */
const decomposed: Readonly<Record<string, string>> = {
  ...{ œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', đ: 'd', ł: 'l', ı: 'i' },
  ...{ ٱ: 'ا', ى: 'ي', ة: 'ه', ی: 'ي', ک: 'ك', ـ: '' },
};
const undecomposed = /[œæßøđłıٱىةیکـ]/g;
