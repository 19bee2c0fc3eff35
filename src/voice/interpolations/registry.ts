import type { Content } from '../content.ts';
import { deskInterpolation } from './desk.ts';
import { gpInterpolation } from './gp.ts';
import { oneOf, unknownName, type Interpolation, type NotAccepted, type ReadInterpolation } from './interpolation.ts';
import { offerInterpolation } from './offer.ts';
import { linkInterpolation, placeInterpolation } from './place.ts';
import { quoteInterpolation } from './quote.ts';
import { rateInterpolation } from './rate.ts';
import { sourceInterpolation } from './source.ts';

/** Every kind of placeholder that the files may hold besides a phrase's own variables, by its first word. */
const kinds: Readonly<Record<string, ReadInterpolation>> = {
  rate: rateInterpolation,
  offer: offerInterpolation,
  quote: quoteInterpolation,
  gp: gpInterpolation,
  place: placeInterpolation,
  link: linkInterpolation,
  desk: deskInterpolation,
  source: sourceInterpolation,
};

/** Reads what stands between the braces, or says what is accepted there. */
export function readInterpolation(body: string, content: Content): Interpolation | NotAccepted {
  const [kind = '', ...written] = body.trim().split(/\s+/);
  // A word that every object answers to, as `constructor`, names nothing of ours.
  const words = written.map((word) => (word in Object.prototype ? '' : word));
  const read = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (read !== undefined) return read(words, content);
  const names = Object.keys(kinds);
  return unknownName('value', kind, names, oneOf(names));
}
