/**
 * The text in the signs that numbers and addresses are told by: figures of every script and width as 0 to 9, Latin letters
 * and the marks of an address of ordinary width (`＠`, `．`), accents in one piece, and without what nobody sees: a telephone number that is copied
 * from a list of contacts stands between marks of direction. All else is as it was written: `½` is no 1⁄2.
 */
export function plainSigns(text: string): string {
  if (plainAscii.test(text)) return text;
  return text
    .replace(invisible, '')
    .replace(ofOtherWidth, (sign) => sign.normalize('NFKC'))
    .replace(figure, valueOf)
    .normalize('NFC');
}

/** Figures of every script as 0 to 9, one sign for each, so that what stands where in the text stays: those outside the first plane stay. */
export function plainFigures(text: string): string {
  return plainAscii.test(text) ? text : text.replace(figure, (sign) => (sign.length === 1 ? valueOf(sign) : sign));
}

/** Unicode gives a script its ten figures in a row, and some scripts and styles follow each other. */
function valueOf(figure: string): string {
  const code = figure.codePointAt(0) as number;
  let first = code;
  while (isFigure.test(String.fromCodePoint(first - 1))) first--;
  return String((code - first) % 10);
}

const plainAscii = /^[\t\n\r\x20-\x7e]*$/;
const figure = /[\p{Nd}--[0-9]]/gv;
const isFigure = /^\p{Nd}$/u;
/** Full-width letters and marks, `﹫`, and the Arabic letters as they are printed; not the commas and colons of Chinese. */
const ofOtherWidth = /[\uff21-\uff3a\uff41-\uff5a＠．－＿＋／（）﹫\ufb50-\ufdcf\ufe70-\ufefc]/g;
/** Marks of direction, zero-width signs other than the joiners of scripts and emoji, soft hyphens, and the key around a figure. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|(?<=\p{Nd})\ufe0f?\u20e3/gu;
