import { day } from '../../src/core/day.ts';
import { createHearing, type CaseSpoken, type HeardText } from '../../src/hearing/index.ts';
import { soldBy } from '../../src/knowledge/sold.ts';
import { knowledge } from '../own-desk.ts';

export { knowledge };
const hearing = createHearing(knowledge.hearing, knowledge.countries.codes, soldBy(knowledge), knowledge.words);

/** A Saturday in autumn: the day that the tables below are for. */
const today = day('2026-11-28');

type Asked = {
  readonly language?: string;
  readonly form?: string;
  readonly asked?: string | null;
  readonly told?: Record<string, unknown>;
  readonly about?: string;
};

export function hear(
  text: string,
  { language = 'en', form = 'eligibility', asked = null, told = {}, about }: Asked = {},
): HeardText {
  return hearing.hear(text, { language, form, asked, told, on: today, ...(about !== undefined && { about }) });
}

/** Whose case it speaks of. */
export function whose(text: string, language: string, about: string | null = null): CaseSpoken {
  return hearing.whose(text, { language, on: today, about });
}

/** What is the student's own, by field. */
export function told(text: string, asked: Asked = {}): Record<string, unknown> {
  const own = hear(text, asked).facts.filter((fact) => fact.for === 'student');
  return Object.fromEntries(own.map(({ field, value }) => [field, value]));
}
