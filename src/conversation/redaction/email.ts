import type { Shape } from './shape.ts';

/** An e-mail address, other than those that are published (`kept`, in lower case). */
export function emailShape(kept: ReadonlySet<string>): Shape {
  return {
    kind: 'e-mail',
    replace(text, mark) {
      let replaced = '';
      let from = 0;
      for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
        const found = addressAround(text, at, from);
        if (found === null || kept.has(found.address.toLowerCase())) continue;
        replaced += text.slice(from, found.start) + mark;
        from = found.start + found.address.length;
      }
      return replaced + text.slice(from);
    },
  };
}

/** Read from its sign, so that a text is not searched for an address from each of its letters. */
function addressAround(
  text: string,
  at: number,
  from: number,
): { readonly start: number; readonly address: string } | null {
  domain.lastIndex = at + 1;
  const after = domain.exec(text);
  if (after === null) return null;
  const before = mailbox.exec(text.slice(Math.max(from, at - 2 * longestMailbox), at));
  return before === null ? null : { start: at - before[0].length, address: `${before[0]}@${after[0]}` };
}

/** Lengths are limits of RFC 5321, in characters: one of them may take two units of a text. */
const longestMailbox = 64;
const mailbox = new RegExp(String.raw`[\p{L}\d._%+'-]{1,${String(longestMailbox)}}$`, 'u');
const domain = /(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24}/uy;
