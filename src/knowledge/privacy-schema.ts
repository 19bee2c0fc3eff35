import { z } from 'zod';

const Words = z.array(z.string().min(1));
/** A folder of an earlier version has no such list: then nothing is found by it. */
const Later = Words.default([]);

/**
 * `knowledge/languages/<language>/privacy.yaml`: the words around personal data that has no shape of its own. All languages
 * are read at once, so that a passport number is found whichever language stands around it. Compared without case and accents.
 */
export const PrivacyFile = z.strictObject({
  /** The document, in every spelling: its number follows. */
  passport: Words.min(1),
  identityCard: Later,
  residencePermit: Later,
  visa: Later,
  /** A card's number may follow, in whatever groups: "credit card". */
  paymentCard: Later,
  studentNumber: Later,
  /** A file, a claim, a contract: somebody's number in somebody's register. */
  reference: Later,
  /** A number to call follows, whatever it looks like: "tel", "call me at". */
  phone: Later,
  /** What stands between such a word and its number: "number", "is", "my". */
  beforeNumber: Words,

  /** "my name is": the name follows, however it is written. */
  nameFollows: Words.min(1),
  /** "call me": a name follows where it has a capital. */
  nameCalled: Later,
  /** "I am": a name follows where two words have capitals that are neither of a country nor in `notIntroduced`. */
  introduces: Later,
  /** Of a form: "Surname". A name follows the colon. */
  nameLabels: Later,
  /** "Mrs": a name with a capital follows. */
  titles: Later,
  /** "Kind regards": a name follows at the end of the line, or on the next. */
  signOffs: Later,
  /** Words that are no part of a name: one of them ends it, and where one comes first there is no name. */
  noName: Words,
  /** Words with capitals that "I am" introduces and that are no name: "Erasmus Student". */
  notIntroduced: Later,
  /** Small words inside a name, when the next one has a capital: "de la Cruz". */
  nameParticles: Words,
  /** Chinese family names. */
  surnames: Later,

  /** "born", "date of birth": the date follows; `bornAfter`: it comes before. */
  born: Later,
  bornAfter: Later,
  /** Between the two: "on the". */
  beforeDate: Later,
  /** January first; each month in its spellings. */
  months: z.union([z.array(Words).length(12), z.tuple([])]).default([]),

  /** The kind of street before its name, and before or behind it the number: "rue", "via". */
  streetBefore: Later,
  /** The same, of words that mean much else: the name has a capital. "place", "via". */
  streetPerhaps: Later,
  /** Small words in a street's name: "de la". */
  streetParticles: Later,
  /** Number and name before it: "Road". */
  streetAfter: Later,
  /** Written onto the name, the number behind: "straße", 路. */
  streetEndings: Later,
  addressLabels: Later,
  /** What figures count that are no house: "15 minutes". */
  counted: Later,

  /** Where people have a name of their own: "instagram". */
  networks: Later,
  /** How `@` is said, and where the word is an ordinary one as well. */
  mailAt: Later,
  mailAtPerhaps: Later,
  mailDots: Later,
  /** Whose addresses people write without the rest: "gmail". */
  mailProviders: Later,
});
export type PrivacyFile = z.infer<typeof PrivacyFile>;

/** A file of this version: one without these was written before personal data was found by the words around it. */
export const CurrentPrivacyFile = z.looseObject({ nameLabels: Words.min(1), born: Words.min(1) });
