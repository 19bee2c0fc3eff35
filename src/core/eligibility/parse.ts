import { parseWith } from '../parse.ts';
import type { Refusal } from '../decision.ts';
import { refusals } from './exclusions.ts';
import type { Law } from './law.ts';
import { situationSchema, type StudentSituation } from './situation.ts';

export type ParsedSituation =
  | { readonly kind: 'ok'; readonly situation: StudentSituation }
  /** `invalid`: unknown key, wrong type, impossible value (400). `unanswerable`: facts that exclude each other (422). */
  | { readonly kind: 'invalid' | 'unanswerable'; readonly errors: readonly Refusal[] };

/** The door: JSON from outside to a situation, or every field that cannot stand and what is accepted there. */
export function parseSituation(input: unknown, law: Law): ParsedSituation {
  const parsed = parseWith(situationSchema, input);
  if (parsed.kind === 'invalid') return parsed;
  const countries = unknownCountries(parsed.value, law);
  if (countries.length > 0) return { kind: 'invalid', errors: countries };
  const errors = refusals(parsed.value, law);
  return errors.length > 0 ? { kind: 'unanswerable', errors } : { kind: 'ok', situation: parsed.value };
}

function unknownCountries(situation: StudentSituation, law: Law): readonly Refusal[] {
  return (['nationality', 'insuredIn'] as const).flatMap((path) => {
    const code = situation[path];
    const stands = code === undefined || code === 'unknown' || law.countries.codes.includes(code);
    return stands ? [] : [{ path, accepted: { key: `eligibility:accepted.${path}` } }];
  });
}
