/**
 * The sentences of a mail. Lines that were only wrapped are joined; a list item, a new paragraph and the end of a sentence
 * part them. What follows a colon in the same line stays with it.
 */
export function sentencesInMail(text: string): readonly string[] {
  return paragraphs(text)
    .flatMap((paragraph) =>
      paragraph.split(/(?<=[?!؟])\s+|(?<=[？！。；])\s*|(?<=\p{L}{2}[.;])\s+(?=[\p{Lu}\p{Lo}\d¿¡])/u),
    )
    .map((part) => part.replace(/^\s*(?:[-*•–]|\(?\d{1,2}[.)]|[a-z]\))\s+/, '').trim())
    .filter((part) => /[\p{L}\d]/u.test(part));
}

/** Wrapped lines in one piece: a line goes on where it was full and the next one opens neither a list item nor a paragraph. */
function paragraphs(text: string): readonly string[] {
  const joined: string[] = [];
  let goesOn = false;
  for (const line of text.split('\n')) {
    const words = line.trim();
    const opens = /^(?:[-*•–]|\(?\d{1,2}[.)]|[a-z]\))\s/.test(words);
    if (words !== '' && goesOn && !opens) joined.push(`${joined.pop() ?? ''} ${words}`);
    else if (words !== '') joined.push(words);
    goesOn = words !== '' && line.length >= wrappedFrom && !/[.!?:;？！。：؟]$/.test(words);
  }
  return joined;
}

/** Shorter lines were ended by the writer, not by their mail program. */
const wrappedFrom = 55;
