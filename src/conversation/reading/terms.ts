import type { Knowledge } from '../../knowledge/schema.ts';

type Known = Pick<Knowledge, 'vocabulary'>;

/** What our subject is called in a language: "CPAM", "mutuelle". The names of one thing stand together. */
export function ourTermsIn({ vocabulary }: Known, language: string): readonly (readonly string[])[] {
  const { synonyms = [], domainTerms = [] } = vocabulary[language] ?? {};
  return [...synonyms, domainTerms];
}

/** The same, and what any matter has: "price", "landlord", "Nantes". */
export function termsIn(knowledge: Known, language: string): readonly (readonly string[])[] {
  const { commonSynonyms = [], commonNames = [] } = knowledge.vocabulary[language] ?? {};
  return [...ourTermsIn(knowledge, language), ...commonSynonyms, commonNames];
}

/** All of them in all languages. */
export function allTerms(knowledge: Known): readonly string[] {
  return Object.keys(knowledge.vocabulary).flatMap((language) => termsIn(knowledge, language).flat());
}
