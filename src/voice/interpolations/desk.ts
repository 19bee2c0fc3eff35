import type { Content, DeskContent } from '../content.ts';
import { oneOfLanguages } from '../language-names.ts';
import { oneOf, type ReadInterpolation } from './interpolation.ts';

const fields: Readonly<Record<string, (desk: DeskContent, language: string) => string | null>> = {
  name: (desk) => desk.name,
  city: (desk) => desk.city,
  email: (desk) => desk.contact.email,
  phone: (desk) => desk.contact.phone ?? null,
  url: (desk) => desk.contact.url ?? null,
  hours: (desk, language) => desk.contact.hours[language] ?? null,
};

/** `desk name|city|email|phone|hours|url|languages`: this deployment's own desk. */
export const deskInterpolation: ReadInterpolation = ([field = '', ...rest], content) => {
  const { desk, languages } = content;
  if (field === 'languages' && rest.length === 0)
    return { say: ({ language }) => spokenIn(language, content), facts: () => [] };
  const valueOf = fields[field];
  // What is there and lacks a language is named where it stands.
  const there = Object.keys(fields).filter((name) => languages.some((language) => fields[name]?.(desk, language)));
  if (valueOf === undefined || rest.length > 0 || !there.includes(field))
    return { accepted: `after desk, ${oneOf([...there, 'languages'])}` };
  return { say: ({ language }) => valueOf(desk, language) ?? '', facts: () => [] };
};

/** "Spanish, English or French": the reader's own first. */
function spokenIn(language: string, { languages, vocabulary }: Content): string {
  const { culture = language } = vocabulary[language] ?? {};
  return oneOfLanguages(culture, [language, ...languages.filter((other) => other !== language)]);
}
