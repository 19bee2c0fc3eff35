/** What stands between quotation marks, in three words or more: one or two are a name. */
const quoted = /"([^"\n]+)"|[“„]([^“”„\n]+)[”“]|«([^«»\n]+)»|「([^「」\n]+)」|『([^『』\n]+)』/gu;
const ofSeveralWords = /\p{L}\S*(?:\s+\S*\p{L}\S*){2}/u;

/**
 * A text without the lines that it quotes, each place of the others as before: a letter's or a page's words say nothing of the language or
 * the case of who asks about them. A text that is nothing but a quotation stays.
 */
export function withoutQuoted(text: string): string {
  const rest = text.replace(quoted, (line) => (ofSeveralWords.test(line) ? ' '.repeat(line.length) : line));
  return /\p{L}/u.test(rest) ? rest : text;
}
