import type { Shape } from './shape.ts';

/** An e-mail address, other than those that are published (`kept`, in lower case). */
export function emailShape(kept: ReadonlySet<string>): Shape {
  return {
    kind: 'e-mail',
    replace: (text, mark) => text.replaceAll(address, (found) => (kept.has(found.toLowerCase()) ? found : mark)),
  };
}

/** Lengths are limits of RFC 5321; without them a long word would be tried from each of its letters to its end. */
const address = /[\p{L}\d._%+'-]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24}/gu;
