/** One kind of personal data, known by its shape or by the words around it. */
export type Shape = {
  readonly kind: PersonalKind;
  /** The text with every such thing replaced by its mark. Takes time in proportion to the text, whatever stands in it. */
  readonly replace: (text: string, mark: Mark) => string;
};

/** What stands in the place of what was written. */
export type Mark = (written: string) => string;

export const personalKinds = Object.freeze([
  'e-mail',
  'bank account',
  'social security number',
  'payment card',
  'passport',
  'identity card',
  'residence permit',
  'visa',
  'student number',
  'phone',
  'number',
  'address',
  'born',
  'handle',
  'name',
] as const);
export type PersonalKind = (typeof personalKinds)[number];

/** What stands from `start` to `end`. */
export type Found = { readonly start: number; readonly end: number };

/** The text with what was found replaced. Of what overlaps the first is taken. */
export function replaceFound<F extends Found>(
  text: string,
  found: readonly F[],
  mark: (written: string, one: F) => string,
): string {
  let replaced = '';
  let from = 0;
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (one.start < from) continue;
    replaced += text.slice(from, one.start) + mark(text.slice(one.start, one.end), one);
    from = one.end;
  }
  return replaced + text.slice(from);
}
