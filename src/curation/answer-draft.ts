import { parseDocument } from 'yaml';
import { answerFile, topicFile } from '../knowledge/layout.ts';
import type { TopicFile } from '../knowledge/topic-schema.ts';

/** An answer as a person edits it, whatever it says: what is wrong with it is found afterwards. Days are ISO 8601, or empty. */
export type AnswerDraft = {
  readonly kind: TopicFile['kind'];
  readonly topic: string;
  readonly followUps: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly later: readonly { readonly from: string; readonly until: string }[];
  /** By language; all empty where nothing is written. */
  readonly texts: Readonly<Record<string, TextDraft>>;
};

export type TextDraft = {
  readonly title: string;
  readonly answer: string;
  /** As many as the draft has later days. */
  readonly later: readonly string[];
  readonly phrasings: readonly string[];
};

/** A file's text as it stands: in a proposal, or in the folder. */
export type Standing = (file: string) => string | null;

/** What stands in the files of a topic; null where there is none, or one is no YAML that a form could show. */
export function draftOf(standing: Standing, id: string, languages: readonly string[]): AnswerDraft | null {
  const about = fieldsIn(standing(topicFile(id)));
  if (about === null) return null;
  const days = asFields(about['days']);
  const later = asList(about['later']).map(asFields);
  const froms = later.map((each) => asText(each['from']));
  const texts = languages.flatMap((language) => {
    const text = textDraftOf(standing(answerFile(language, id)), froms);
    return text === null ? [] : [[language, text] as const];
  });
  if (texts.length < languages.length) return null;
  return {
    kind: kinds.find((kind) => kind === about['kind']) ?? 'answer',
    topic: asText(about['topic']),
    followUps: asList(about['followUps']).map(asText),
    from: asText(days['from']),
    until: asText(days['until']),
    later: later.map(({ from, until }) => ({ from: asText(from), until: asText(until) })),
    texts: Object.fromEntries(texts),
  };
}

/** One language's file, with what it says from the later days on; null where it is no YAML. */
export function textDraftOf(file: string | null, froms: readonly string[]): TextDraft | null {
  const fields = fieldsIn(file ?? '{}');
  if (fields === null) return null;
  const later = asFields(fields['later']);
  return {
    title: asText(fields['title']),
    answer: asText(fields['answer']).trimEnd(),
    later: froms.map((from) => asText(later[from]).trimEnd()),
    phrasings: asList(fields['phrasings']).map(asText),
  };
}

export const kinds = Object.freeze(['answer', 'gap', 'smalltalk', 'offtopic'] as const);

export function isWritten({ title, answer, later, phrasings }: TextDraft): boolean {
  return [title, answer, ...later, ...phrasings].some((text) => text.trim() !== '');
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsIn(text: string | null): Fields | null {
  if (text === null) return null;
  const document = parseDocument(text);
  return document.errors.length > 0 ? null : asFields(document.toJS());
}

function asFields(held: unknown): Fields {
  return typeof held === 'object' && held !== null && !Array.isArray(held) ? (held as Fields) : {};
}

function asList(held: unknown): readonly unknown[] {
  return Array.isArray(held) ? held : [];
}

function asText(held: unknown): string {
  return typeof held === 'string' || typeof held === 'number' ? String(held) : '';
}
