import type { Knowledge } from '../../knowledge/schema.ts';
import { bankAccountShape } from './bank-account.ts';
import { emailShape } from './email.ts';
import { longNumberShape } from './long-number.ts';
import { passportShape } from './passport.ts';
import { paymentCardShape } from './payment-card.ts';
import { personNameShape } from './person-name.ts';
import { phoneShape } from './phone.ts';
import type { PersonalKind, Shape } from './shape.ts';
import { socialSecurityShape } from './social-security.ts';

export type Redacted = { readonly text: string; readonly found: readonly PersonalKind[] };

/**
 * The first step of every turn: personal data is replaced by a mark (`[e-mail]`) before anything is matched, kept or
 * logged. What is published by the desk and the places stays. The same text gives the same bytes.
 */
export function createRedact(knowledge: Pick<Knowledge, 'privacy' | 'places' | 'desk'>): (text: string) => Redacted {
  const shapes = shapesOf(knowledge);
  return (text) => {
    const found: PersonalKind[] = [];
    // Accents in one piece: the words before a name are compared letter by letter.
    let redacted = withoutTowers(text).normalize('NFC');
    for (const { kind, replace } of shapes) {
      const before = redacted;
      redacted = replace(before, `[${kind}]`);
      if (redacted !== before) found.push(kind);
    }
    return { text: redacted, found };
  };
}

/**
 * At most the marks on one letter that Unicode's Stream-Safe Text Format allows (UAX #15): putting more of them in order
 * takes their number's square.
 */
export function withoutTowers(text: string): string {
  return text.replaceAll(/(\p{M}{30})\p{M}+/gu, '$1');
}

/** In this order: what has check digits first, what is only long last. */
function shapesOf({ privacy, places, desk }: Pick<Knowledge, 'privacy' | 'places' | 'desk'>): readonly Shape[] {
  const languages = Object.values(privacy);
  const words = {
    passport: languages.flatMap(({ passport }) => passport),
    beforeNumber: languages.flatMap(({ beforeNumber }) => beforeNumber),
    nameFollows: languages.flatMap(({ nameFollows }) => nameFollows),
    noName: languages.flatMap(({ noName }) => noName),
    nameParticles: languages.flatMap(({ nameParticles }) => nameParticles),
  };
  const listed = Object.values(places);
  const emails = [desk.contact.email, ...listed.map(({ email }) => email)];
  const phones = [desk.contact.phone, ...listed.map(({ phone }) => phone?.dial)].filter((phone) => phone !== undefined);
  return [
    emailShape(new Set(emails.flatMap((email) => (email === undefined ? [] : [email.toLowerCase()])))),
    bankAccountShape,
    socialSecurityShape,
    paymentCardShape,
    passportShape(words),
    phoneShape(phones),
    longNumberShape(phones),
    personNameShape(words),
  ];
}
