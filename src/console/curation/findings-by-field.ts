import { answerFile, topicFile } from '../../knowledge/layout.ts';
import type { Finding } from '../../knowledge/lint/finding.ts';
import type { Asked } from '../page.ts';
import { plainWords } from './plain-words.ts';

/** What is said beside a field of the form, by the field's name; `''` for what is none of its fields. */
export type Told = ReadonlyMap<string, readonly string[]>;

/** Where in a form each finding of an answer's files belongs, without those that follow from another of them. */
export function findingsByField(
  asked: Asked,
  findings: readonly Finding[],
  about: { readonly id: string; readonly languages: readonly string[]; readonly later: readonly string[] },
): Told {
  const placed = findings.flatMap((finding) => {
    const name = fieldFor(finding, about);
    return name === null ? [] : [{ name, finding }];
  });
  const causes = new Set(placed.filter(({ finding }) => isCause(finding)).map(({ name }) => name));
  const told = placed.filter(({ name, finding }) => finding.plain?.key !== 'other-items' || !causes.has(name));
  return new Map(
    [...Map.groupBy(told, ({ name }) => name)].map(([name, each]) => [
      name,
      [...new Set(each.map(({ finding }) => plainWords(asked, finding)))],
    ]),
  );
}

/** A value or a mark that one language lacks is missing in a point of its list as well. */
function isCause({ plain }: Finding): boolean {
  return plain?.key === 'other-values' || plain?.key === 'other-marks';
}

/** Null for what is said in another place already: a topic has the facts that its texts mark. */
function fieldFor(
  { file, field }: Finding,
  { id, languages, later }: Parameters<typeof findingsByField>[2],
): string | null {
  if (file === topicFile(id)) {
    if (/^(later\[\d+\]\.)?facts/.test(field)) return null;
    return /^(days|later)/.test(field) ? 'days' : field.startsWith('followUps') ? 'followUps' : '';
  }
  const language = languages.find((each) => answerFile(each, id) === file);
  if (language === undefined) return '';
  const [, day] = /^later\.(.+)$/.exec(field) ?? [];
  if (day !== undefined) return `later-${String(later.indexOf(day))}-${language}`;
  return `${/^(answer|phrasings)/.exec(field)?.[0] ?? 'title'}-${language}`;
}
