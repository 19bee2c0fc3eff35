import { z } from 'zod';

const Words = z.array(z.string().min(1));

/** `knowledge/languages/<language>/privacy.yaml`: the words that stand before personal data which has no shape of its own. */
export const PrivacyFile = z.strictObject({
  /** The document, in every spelling: its number follows. */
  passport: Words.min(1),
  /** Between the document and its number: "number", "is", "n°". */
  beforeNumber: Words,
  /** "my name is": the name follows. */
  nameFollows: Words.min(1),
  /** Words that are no part of a name: one of them ends it, and where one comes first there is no name. */
  noName: Words,
  /** Small words inside a name, when the next one has a capital: "de la Cruz". */
  nameParticles: Words,
});
export type PrivacyFile = z.infer<typeof PrivacyFile>;
