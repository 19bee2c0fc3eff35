import type { Day } from '../../core/day.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import { plainSigns } from '../../text/plain-signs.ts';
import { announcedNumber } from './announced-number.ts';
import { bankAccountShape } from './bank-account.ts';
import { ageOn, birthDates, datesOfBirth } from './birth-date.ts';
import { documentNumbers } from './document-number.ts';
import { emailShape } from './email.ts';
import { createFindCues } from './find-cues.ts';
import { handleShape } from './handle.ts';
import { longNumberShape } from './long-number.ts';
import { ownContacts } from './own-contacts.ts';
import { paymentCardShape } from './payment-card.ts';
import { personNameShape } from './person-name.ts';
import { phoneShape } from './phone.ts';
import { peoples, privacyWords } from './privacy-words.ts';
import { replaceFound, type PersonalKind, type Shape } from './shape.ts';
import { socialSecurityShape } from './social-security.ts';
import { comparable, streetAddressShape } from './street-address.ts';

export type Redacted = {
  readonly text: string;
  readonly found: readonly PersonalKind[];
  /** The days of birth that the marks `[born: 22 years]` stand for, in their order. */
  readonly born: readonly Day[];
};

export type RedactOptions = {
  /** The day that ages are counted on; without it a birth date's mark has no age. */
  readonly on?: Day | undefined;
  /** A form has asked: a day as long ago as a student's birth is one, whatever stands before it. */
  readonly inForm?: boolean | undefined;
  /** A colleague of this name wrote it: what they give of themselves, and of the desk, goes out as written. */
  readonly by?: string | undefined;
};

export type Redact = (text: string, options?: RedactOptions) => Redacted;

/**
 * The first step of every turn: personal data is replaced by a mark (`[e-mail]`) before anything is matched, kept or
 * logged. What is published by the desk and the places stays. The same text gives the same bytes.
 */
export function createRedact(knowledge: Pick<Knowledge, 'privacy' | 'places' | 'desk'>): Redact {
  const { shapes, births } = shapesOf(knowledge);
  return (text, { on, inForm = false, by } = {}) => {
    const own = by === undefined ? null : ownContacts(by);
    const found: PersonalKind[] = [];
    const plain = plainSigns(withoutTowers(own === null ? text : own.cleared(text)));
    const dates = births(plain, on ?? latestDay, inForm);
    let redacted = replaceFound(plain, dates, (_written, date) =>
      on === undefined ? '[born]' : `[born: ${ageOn(date, on)} years]`,
    );
    if (dates.length > 0) found.push('born');
    for (const { kind, replace } of shapes) {
      const marked = new Set<PersonalKind>();
      redacted = replace(redacted, (written) => {
        const kept = own?.setAside(kind, written) ?? null;
        if (kept === null) marked.add(kind);
        return kept ?? `[${kind}]`;
      });
      found.push(...marked);
    }
    return { text: own === null ? redacted : own.back(redacted), found, born: dates.map(({ day }) => day) };
  };
}

/** Before any day that somebody has told to be born on. */
const latestDay = '2100-01-01' as Day;

/**
 * At most the marks on one letter that Unicode's Stream-Safe Text Format allows (UAX #15): putting more of them in order
 * takes their number's square.
 */
export function withoutTowers(text: string): string {
  return text.replaceAll(/(\p{M}{30})\p{M}+/gu, '$1');
}

/** In this order: what has check digits first, then what a word announces, what is only long after that; names last. */
function shapesOf({ privacy, places, desk }: Pick<Knowledge, 'privacy' | 'places' | 'desk'>) {
  const files = Object.values(privacy);
  const { lists, months, set } = privacyWords(files);
  const cues = createFindCues(lists);
  const beforeNumber = set('beforeNumber');
  const listed = Object.values(places);
  const emails = [desk.contact.email, ...listed.map(({ email }) => email)].filter((email) => email !== undefined);
  const published = [desk.contact.phone, ...listed.map(({ phone }) => phone?.dial)].filter(
    (phone) => phone !== undefined,
  );
  const addresses = listed.flatMap(({ address }) => address ?? []);
  const noName = set('noName', 'titles', 'signOffs', 'nameLabels');
  const particles = set('nameParticles');
  const numbers = { beforeNumber, counted: set('counted') };
  const told = (kind: PersonalKind, list: keyof typeof lists, numbersBehind: typeof announcedNumber): Shape => ({
    kind,
    replace(text, mark) {
      const found = cues(text, list).flatMap(({ end }) => numbersBehind(text, end, numbers));
      return replaceFound(text, found, mark);
    },
  });
  const announced = (kind: PersonalKind, list: keyof typeof lists) => told(kind, list, announcedNumber);
  const document = (kind: PersonalKind, list: keyof typeof lists) => told(kind, list, documentNumbers);
  const shapes = [
    emailShape({
      cues,
      dots: lists.mailDots,
      dotsPerhaps: files.flatMap(({ mailAtPerhaps, mailDots }) => (mailAtPerhaps.length === 0 ? [] : mailDots)),
      providers: lists.mailProviders,
      kept: new Set(emails.map((email) => email.toLowerCase())),
    }),
    bankAccountShape,
    socialSecurityShape,
    paymentCardShape(cues),
    announced('passport', 'passport'),
    announced('identity card', 'identityCard'),
    announced('residence permit', 'residencePermit'),
    announced('visa', 'visa'),
    announced('student number', 'studentNumber'),
    document('passport', 'passport'),
    document('identity card', 'identityCard'),
    document('residence permit', 'residencePermit'),
    document('visa', 'visa'),
    announced('number', 'reference'),
    phoneShape({ cues, words: numbers, published }),
    longNumberShape(published),
    streetAddressShape({
      cues,
      words: cues.words,
      streetEndings: [...set('streetEndings')],
      noName,
      particles: set('streetParticles'),
      counted: set('counted', 'streetBefore', 'streetPerhaps'),
      kept: addresses.map(comparable),
    }),
    handleShape(cues, beforeNumber),
    personNameShape(cues, {
      noName,
      particles,
      surnames: set('surnames'),
      notCapital: new Set([...noName, ...set('notIntroduced')]),
      peoples: peoples(),
    }),
  ];
  const birthWords = { cues, words: cues.words, beforeDate: set('beforeDate'), months };
  const births = (text: string, on: Day, inForm: boolean) =>
    inForm ? datesOfBirth(text, birthWords, on) : birthDates(text, birthWords, on);
  return { shapes, births };
}
