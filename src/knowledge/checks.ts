import type { PhraseTree, Spoken } from '../voice/content.ts';
import { hashOfText } from './hash-of-text.ts';
import type { AnswerFile, Checked, CheckedFile } from './topic-schema.ts';
import { staffNamespaces } from './staff-languages.ts';

/** Whether a person has read a translation, and against the text as it stands. */
export type CheckState = 'checked' | 'unchecked' | 'outdated';

/** A language that is translated into: how its answers stand, by topic, and the other sentences, by namespace. */
export type Checks = {
  readonly answers: Readonly<Record<string, CheckState>>;
  readonly phrases: Readonly<Record<string, CheckState>>;
};

type Written = {
  readonly languages: Spoken;
  readonly originals: Spoken;
  /** By `<language>/<topic>`, and by `<language>/<namespace>`. */
  readonly answers: ReadonlyMap<string, AnswerFile>;
  readonly phrases: ReadonlyMap<string, PhraseTree>;
  readonly checked: ReadonlyMap<string, CheckedFile>;
};

/** The languages that texts are written in: as `desk.yaml` names them, else those in which nobody is asked to check any. */
export function originalsOf(
  { languages, originals }: { readonly languages: Spoken; readonly originals?: Spoken | undefined },
  answers: ReadonlyMap<string, AnswerFile>,
): Spoken {
  if (originals !== undefined) return originals;
  const translated = new Set(
    [...answers].filter(([, { checked }]) => checked !== undefined).map(([key]) => key.slice(0, 2)),
  );
  const [first = languages[0], ...others] = languages.filter((language) => !translated.has(language));
  return [first, ...others];
}

/** Every language of the desk that is translated into. The text to compare with is that of the first original. */
export function checksOf(written: Written): Readonly<Record<string, Checks>> {
  const { languages, originals } = written;
  const [source] = originals;
  const translated = languages.filter((language) => !originals.includes(language));
  return Object.fromEntries(
    translated.map((language) => {
      const answers = inLanguage(written.answers, language).map(([topic, { checked }]) => {
        const text = written.answers.get(`${source}/${topic}`);
        return [topic, stateOf(checked ?? null, text === undefined ? null : hashOfAnswer(text))] as const;
      });
      const phrases = inLanguage(written.phrases, language)
        .filter(([namespace]) => !staffNamespaces.has(namespace))
        .map(([namespace]) => {
          const text = written.phrases.get(`${source}/${namespace}`);
          const checked = written.checked.get(language)?.[namespace] ?? null;
          return [namespace, stateOf(checked, text === undefined ? null : hashOfPhrases(text))] as const;
        });
      return [language, { answers: Object.fromEntries(answers), phrases: Object.fromEntries(phrases) }];
    }),
  );
}

/** What an answer was compared with: all that it says, on whichever day. */
export function hashOfAnswer({ answer, later }: Pick<AnswerFile, 'answer' | 'later'>): string {
  return hashOfText([answer, ...Object.values(later)].join('\n'));
}

export function hashOfPhrases(phrases: PhraseTree): string {
  return hashOfText(JSON.stringify(phrases));
}

/** Where there is no text to compare with any more, nothing was changed. */
function stateOf(checked: Checked | null, source: string | null): CheckState {
  if (checked === null) return 'unchecked';
  return source === null || checked.of === source ? 'checked' : 'outdated';
}

function inLanguage<V>(written: ReadonlyMap<string, V>, language: string): (readonly [string, V])[] {
  return [...written].filter(([key]) => key.startsWith(`${language}/`)).map(([key, value]) => [key.slice(3), value]);
}
