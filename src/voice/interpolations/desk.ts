import type { Content, DeskContent } from '../content.ts';
import { oneOfLanguages } from '../language-names.ts';
import { sayOpening } from '../opening-hours.ts';
import { oneOf, type ReadInterpolation } from './interpolation.ts';

const fields: Readonly<Record<string, (desk: DeskContent, language: string, culture: string) => string | null>> = {
  name: (desk) => desk.name,
  city: (desk) => desk.city,
  email: (desk) => desk.contact.email,
  phone: (desk) => desk.contact.phone ?? null,
  url: (desk) => desk.contact.url ?? null,
  hours: ({ contact: { hours, opening } }, language, culture) =>
    hours?.[language] ?? (opening === undefined ? null : sayOpening(opening, culture)),
};

/** `desk name|city|email|phone|hours|url|languages`: this deployment's own desk. */
export const deskInterpolation: ReadInterpolation = ([field = '', ...rest], content) => {
  const { desk, languages } = content;
  if (field === 'languages' && rest.length === 0)
    return { say: ({ language }) => spokenIn(language, content), facts: () => [] };
  const valueOf = fields[field];
  // What is there and lacks a language is named where it stands.
  const there = Object.keys(fields).filter((name) =>
    languages.some((language) => fields[name]?.(desk, language, language)),
  );
  if (valueOf === undefined || rest.length > 0 || !there.includes(field))
    return { accepted: `after desk, ${oneOf([...there, 'languages'])}` };
  return { say: ({ language }) => valueOf(desk, language, cultureOf(language, content)) ?? '', facts: () => [] };
};

/** "Spanish, English or French": the reader's own first. */
function spokenIn(language: string, content: Content): string {
  const { languages } = content;
  return oneOfLanguages(cultureOf(language, content), [language, ...languages.filter((other) => other !== language)]);
}

function cultureOf(language: string, { vocabulary }: Pick<Content, 'vocabulary'>): string {
  return vocabulary[language]?.culture ?? language;
}
