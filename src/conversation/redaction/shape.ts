/** One kind of personal data, known by its shape. */
export type Shape = {
  readonly kind: PersonalKind;
  /** The text with every such thing replaced by `mark`. Takes time in proportion to the text, whatever stands in it. */
  readonly replace: (text: string, mark: string) => string;
};

export type PersonalKind =
  'e-mail' | 'bank account' | 'social security number' | 'payment card' | 'passport' | 'phone' | 'number' | 'name';
