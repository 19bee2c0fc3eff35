import { formIn } from '../conversation/forms/dialogs.ts';
import type { Knowledge } from '../knowledge/schema.ts';
import { languageName } from '../voice/language-names.ts';
import type { Visit } from './page.ts';

/** Whether an id is one that a colleague may name as right: an answer's, or a form's. */
export function isKnown(knowledge: Pick<Knowledge, 'answers' | 'forms'>, intent: string): boolean {
  return knowledge.answers.has(intent) || formIn(knowledge, intent) !== null;
}

/** What a topic or a form is called in the colleague's language, whatever language it was asked in; null where it is neither. */
export function titleOf(
  { t, language }: Pick<Visit, 't' | 'language'>,
  { answers, forms }: Pick<Knowledge, 'answers' | 'forms'>,
  intent: string | null,
): string | null {
  if (intent === null) return null;
  return answers.get(intent)?.title[language] ?? (forms.includes(intent) ? t(`dialog:start.${intent}`) : null);
}

/** "Spanish", as the colleague calls it. */
export function languageNamed({ culture }: Pick<Visit, 'culture'>, language: string | null): string {
  return language === null ? '–' : languageName(culture, language);
}
