/**
 * Mail whose bytes are not in the charset that it names, names none, or one that nobody knows: read once more in the one
 * that fits. What was read well stays.
 */

/** Header lines in bytes are UTF-8 (RFC 6532) or, from old programs, windows-1252. */
export function withReadableHeaders(raw: Buffer): Buffer {
  const end = raw.indexOf('\r\n\r\n') >= 0 ? raw.indexOf('\r\n\r\n') : raw.indexOf('\n\n');
  const head = raw.subarray(0, end < 0 ? raw.length : end);
  if (isUtf8(head)) return raw;
  return Buffer.concat([Buffer.from(windows1252.decode(head)), raw.subarray(head.length)]);
}

/** The charset in which a text that came out garbled should be read instead; null where it is in order. */
export function betterCharset(text: string): string | null {
  const letters = text.match(/\p{L}|\ufffd/gu)?.length ?? 0;
  const lost = text.match(/\ufffd/g)?.length ?? 0;
  if (lost > 0) return lost > mostAccents * letters ? 'gb18030' : 'windows-1252';
  return utf8AsLatin.test(text) ? 'utf-8' : null;
}

/** The same mail with another charset named in each of its text parts. */
export function inCharset(raw: Buffer, charset: string): Buffer {
  const text = raw.toString('latin1');
  const named = text.replaceAll(contentType, (header) => `${header.replaceAll(charsetNamed, '')}; charset=${charset}`);
  const isTyped = /^content-type:/im.test(text.slice(0, text.search(/\r?\n\r?\n/)));
  return Buffer.from(isTyped ? named : `Content-Type: text/plain; charset=${charset}\r\n${text}`, 'latin1');
}

/** How much of a text is garbled. */
export function garbled(text: string): number {
  return text.match(new RegExp(`\ufffd|${utf8AsLatin.source}`, 'g'))?.length ?? 0;
}

function isUtf8(bytes: Buffer): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const strict = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');
/** Two bytes of UTF-8 read as two letters: "Ã©", "â€™". */
const utf8AsLatin =
  /[\u00c2\u00c3][\u0080-\u00bf\u2018-\u201d\u20ac\u2122\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc]|\u00e2\u20ac/;
const charsetNamed = /;\s*charset\s*=\s*("[^"\r\n]*"|[^;\s]*)/gi;
/** A header line of a text part with its continuations. */
const contentType = /^content-type:[^\S\r\n]*text\/(?:plain|html)\b[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/gim;
/** French has an accent on one letter in ten; where a third of all is lost it is another script. */
const mostAccents = 0.3;
