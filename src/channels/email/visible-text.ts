import EmailReplyParser from 'email-reply-parser';

/** What the person wrote themselves: without quoted history, signature and closing. `closings` open a signature. */
export function visibleText(text: string, closings: readonly string[]): string {
  const visible = new EmailReplyParser().parseReply(shortLines(text).replace(signature, ''));
  return withoutClosing(visible.split('\n'), closings).join('\n').trim();
}

/** The parser's patterns take quadratic time on one long line. */
function shortLines(text: string): string {
  return text.replaceAll(/[^\n]{900}/g, '$&\n');
}

/** A closing near the end and the few short lines under it: a name, a course, a telephone. */
function withoutClosing(lines: readonly string[], closings: readonly string[]): readonly string[] {
  const isClosing = (line: string) => {
    const words = line
      .toLowerCase()
      .replaceAll(/[\s,.!]+/g, ' ')
      .trim();
    return closings.some((closing) => words === closing);
  };
  const at = lines.findLastIndex(isClosing);
  const after = lines.slice(at + 1).filter((line) => line.trim() !== '');
  const isSignature =
    after.length <= longestSignature && after.every((line) => line.length < 60 && !line.includes('?'));
  return at >= 0 && isSignature ? lines.slice(0, at) : lines;
}

const longestSignature = 6;
/** The separator that RFC 3676 gives, and all that follows. */
const signature = /^-- ?$[^]*/m;
