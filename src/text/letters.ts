/**
 * Letters alone, as words are compared letter by letter: lower case, ordinary width, no accents and no vowel signs. What is
 * not ASCII grows when it is taken apart; of that, `most` UTF-16 units are read.
 */
export function bareLetters(text: string, most = Infinity): string {
  if (plainAscii.test(text)) return text.toLowerCase().slice(0, most);
  return takenApart(text, most).replace(marks, '');
}

/** Lower-case letters of ordinary width, each followed by its marks; half a surrogate pair is replaced. */
export function takenApart(text: string, most = Infinity): string {
  return text
    .toWellFormed()
    .replace(typedAccent, "'")
    .normalize('NFKD')
    .slice(0, most)
    .toLowerCase()
    .replace(undecomposed, (letter) => decomposed[letter] as string);
}

/** Lower case without accents, where one letter must stay one: in a pattern, and in an index that is stored. */
export function withoutAccents(text: string): string {
  return text.replace(typedAccent, "'").normalize('NFD').replace(marks, '').toLowerCase();
}

const plainAscii = /^[\t\n\r\x20-\x7e]*$/;
/** An accent by itself between letters is an apostrophe: "don´t". Taken apart it would be a space. */
const typedAccent = /(?<=\p{L})[\u00b4\u02ca\u02cb](?=\p{L})/gu;
const marks = /\p{M}/gu;
/** Letters that Unicode does not take apart. */
const decomposed: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', đ: 'd', ł: 'l', ı: 'i' };
const undecomposed = /[œæßøđłı]/g;
