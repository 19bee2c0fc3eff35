/**
 * A stranger's words without anything that a mail program makes a link of: addresses with or without a scheme, in
 * Markdown or HTML, names with a dot, mail addresses. They are left out rather than written otherwise (`hxxp`), because
 * the letter bears the desk's name, and a reader mends what is only broken. Invisible characters, which part a name for us
 * and not for the reader, go first. Takes linear time.
 * @param mark stands where a link stood
 */
export function withoutLinks(text: string, mark: string): string {
  return text
    .replaceAll(/[\p{Cf}\p{Cc}]/gu, (char) => (char === '\n' || char === '\t' ? char : ''))
    .replaceAll(missingSpace, '$& ')
    .replaceAll(/\S+/g, (word) => (isLink(word.normalize('NFKC')) ? `${mark}${closing.exec(word)?.[0] ?? ''}` : word));
}

function isLink(word: string): boolean {
  return word.includes('//') || word.includes('\\\\') || scheme.test(word) || dottedName.test(word) || tag.test(word);
}

/** "my visa.How do I": the end of a sentence, not of a name. */
const missingSpace = /(?<=\p{Ll}\p{Ll})[.!?](?=\p{Lu}\p{Ll})/gu;
/** `evil.example`, also with the dots of other scripts (UTS 46); `e.g.`, `30.00` and `p.m.` are none. */
const dottedName = /[\p{L}\p{N}_-][.\u3002\uFF0E\uFF61\u2024][\p{L}][\p{L}\p{N}-]/u;
const scheme = /(?:^|[^\p{L}])(?:https?|ftp|mailto|tel|sms|callto|javascript|vbscript|data|file):\S/iu;
/** What ends a sentence is not the link's. */
const closing = /(?<![.,;:!?…»”])[.,;:!?…»”]+$/;
/** Of an HTML link that spaces took apart. */
const tag = /<\/?[a-z]|href=/i;
