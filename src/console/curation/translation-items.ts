import { withCheckOf } from '../../curation/edit-file.ts';
import { hashOfAnswer, hashOfPhrases, type CheckState } from '../../knowledge/checks.ts';
import { answerFile, languageFile, phrasesFile } from '../../knowledge/layout.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import type { Checked } from '../../knowledge/topic-schema.ts';

/** A text in a language that is translated into: `answers/gp-price`, `phrases/fees`. */
export type Item = {
  readonly id: string;
  readonly kind: 'answers' | 'phrases';
  readonly name: string;
  readonly state: CheckState;
  /** Where it stands, and where it is written down who checked it. */
  readonly text: string;
  readonly file: string;
  /** The hash of the text that it is compared with; null where that is not there any more. */
  readonly source: string | null;
};

/** What was changed since it was checked first, then what nobody has checked, then the others; each by its name. */
export function itemsIn(knowledge: Knowledge, language: string): readonly Item[] {
  const checks = knowledge.checks[language];
  if (checks === undefined) return [];
  const items = (['answers', 'phrases'] as const).flatMap((kind) =>
    Object.entries(checks[kind]).map(([name, state]) => itemOf(knowledge, language, { kind, name, state })),
  );
  return items.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.id < b.id ? -1 : 1));
}

/** The file with the check written down. */
export function withCheck({ kind, name }: Item, text: string | null, check: Checked): string {
  return withCheckOf(text ?? '', kind === 'answers' ? 'checked' : name, check);
}

function itemOf(
  { answers, phrases, originals: [original] }: Knowledge,
  language: string,
  { kind, name, state }: Pick<Item, 'kind' | 'name' | 'state'>,
): Item {
  const id = `${kind}/${name}`;
  if (kind === 'answers') {
    const source = answers.get(name)?.text[original];
    const file = answerFile(language, name);
    return { id, kind, name, state, text: file, file, source: source === undefined ? null : hashOfAnswer(source) };
  }
  const source = phrases[original]?.[name];
  const [text, file] = [phrasesFile(language, name), languageFile(language, 'checked')];
  return { id, kind, name, state, text, file, source: source === undefined ? null : hashOfPhrases(source) };
}

const order: readonly CheckState[] = ['outdated', 'unchecked', 'checked'];
