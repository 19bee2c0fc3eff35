import { isSeq, parseDocument, type Scalar } from 'yaml';
import type { Day } from '../core/day.ts';
import { answerFile, topicFile } from '../knowledge/layout.ts';
import { factsOf } from '../voice/template.ts';
import { rewriteFields } from './rewrite-fields.ts';
import { draftOf, isWritten, textDraftOf, type AnswerDraft, type Standing, type TextDraft } from './answer-draft.ts';

/**
 * The files of a topic with what a draft says; those that would stay as they are left out. What the draft does not speak of
 * stays in them, and each line that it does not change. `reviewed`: somebody looked at all of it again on that day.
 */
export function writeAnswer(
  draft: AnswerDraft,
  id: string,
  { standing, reviewed }: { readonly standing: Standing; readonly reviewed: Day | null },
): ReadonlyMap<string, string | null> {
  const before = draftOf(standing, id, Object.keys(draft.texts));
  const texts = Object.entries(draft.texts).map(([language, text]) => {
    const file = answerFile(language, id);
    return [file, writeText(standing(file), text, draft)] as const;
  });
  const topic = topicFile(id);
  const files = [[topic, writeTopic(standing(topic), draft, before, reviewed)] as const, ...texts];
  return new Map(files.filter(([file, text]) => text !== standing(file)));
}

function writeTopic(text: string | null, draft: AnswerDraft, before: AnswerDraft | null, reviewed: Day | null): string {
  const { kind, topic, followUps, from, until, later } = draft;
  const file = opened(text ?? '');
  file.put('kind', kind, before?.kind);
  file.put('topic', topic, before?.topic);
  if (reviewed !== null) file.put('reviewed', reviewed);
  file.put('followUps', list(followUps), list(before?.followUps ?? []));
  file.put('days', days({ from, until }), days(before ?? { from: '', until: '' }));
  const facts = marksIn(draft, ({ answer }) => answer);
  const stated = file.textsAt('facts');
  if (facts !== null && !sameSet(facts, stated)) file.put('facts', list(facts), list(stated));
  const held = file.held('later') as readonly { readonly facts?: readonly string[] }[] | undefined;
  const laterNow = later.map((each, at) => {
    const marked = marksIn(draft, (one) => one.later[at] ?? '') ?? [];
    const before = held?.[at]?.facts ?? [];
    return { ...days(each), facts: sameSet(marked, before) ? before : marked };
  });
  file.put('later', list(laterNow), held);
  return file.text();
}

/** Nothing for a language that nothing is written in. */
function writeText(text: string | null, draft: TextDraft, { later }: Pick<AnswerDraft, 'later'>): string | null {
  if (!isWritten(draft)) return null;
  const froms = later.map(({ from }) => from);
  const before = textDraftOf(text, froms);
  const file = opened(text ?? '');
  file.put('title', draft.title, before?.title);
  file.put('answer', paragraph(draft.answer), paragraph(before?.answer ?? ''));
  const said = froms.map((from, at) => [from, paragraph(draft.later[at] ?? '')] as const);
  file.put('later', said.length === 0 ? undefined : Object.fromEntries(said), file.held('later'));
  file.putList('phrasings', draft.phrasings);
  // Who compared it compared another text.
  if (file.held('checked') != null && before?.answer !== draft.answer) file.put('checked', null);
  return file.text();
}

/** A file whose fields are changed one by one. */
function opened(text: string) {
  const document = parseDocument(text === '' ? '{}' : text);
  const changed = new Set<string>();
  const held = (key: string): unknown => (document.toJS() as Readonly<Record<string, unknown>> | null)?.[key];
  return {
    held,
    textsAt: (key: string): readonly string[] => (held(key) as readonly string[] | undefined) ?? [],
    /** Sets a field, or takes it away, where it is another than before. */
    put(key: string, value: unknown, before?: unknown): void {
      if ((document.has(key) || value === undefined) && JSON.stringify(value) === JSON.stringify(before)) return;
      if (value === undefined) document.delete(key);
      else document.set(key, document.createNode(value, { flow: key === 'facts' }));
      changed.add(key);
    },
    /** What stays in a list stays as it is written. */
    putList(key: string, texts: readonly string[]): void {
      const list = document.get(key, true);
      if (isSeq(list) && JSON.stringify(list.toJSON()) === JSON.stringify(texts)) return;
      changed.add(key);
      if (!isSeq(list)) {
        document.set(key, document.createNode(texts));
        return;
      }
      const there = new Map(list.items.map((item) => [String((item as Scalar).value), item]));
      list.items = texts.map((one) => there.get(one) ?? document.createNode(one));
    },
    text: (): string => rewriteFields(text, document, changed),
  };
}

/** The facts marked in any language; null where nothing is written in any. */
function marksIn({ texts }: AnswerDraft, textOf: (text: TextDraft) => string): readonly string[] | null {
  const written = Object.values(texts).filter(isWritten).map(textOf);
  return written.length === 0 ? null : [...new Set(written.flatMap(factsOf))];
}

function days({ from, until }: { readonly from: string; readonly until: string }) {
  if (from === '' && until === '') return undefined;
  return { ...(from !== '' && { from }), ...(until !== '' && { until }) };
}

function list<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}

/** As the files have it: a block that ends with a line. */
function paragraph(text: string): string {
  return text.trim() === '' ? '' : `${text.trimEnd()}\n`;
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join() === b.toSorted().join();
}
