import { documentOf, documentsOf } from '../../core/documents.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import type { SourceLine, Speaker } from '../../voice/speaker.ts';

/** The documents behind a reply, each once and dated; external facts by the page they were read on. */
export function sourceLines(
  facts: readonly string[],
  knowledge: Knowledge,
  speaker: Speaker,
  language: string,
): SourceLine[] {
  const documents = documentsOf(facts.filter((fact) => !fact.startsWith(external)));
  const outside = [...new Set(facts.filter((fact) => fact.startsWith(external)))].sort();
  const pages = [...new Set(outside.flatMap((fact) => bestPage(fact, knowledge) ?? []))];
  const inWords = outside.filter((fact) => bestPage(fact, knowledge) === null);
  return [
    ...documents.map((id) => speaker.source(language, id)),
    ...pages.map((id) => speaker.page(language, id)),
    ...inWords.map((id) => wordsLine(id, knowledge, speaker, language)),
  ];
}

/** Of several pages the first, which is the most official: one that can be opened is enough. */
function bestPage(fact: string, { facts, pages }: Knowledge): string | null {
  const named = facts[fact]?.sources;
  return typeof named === 'object' ? (named.find((id) => id in pages) ?? null) : null;
}

const external = 'X-';

/** Where a folder of before tells the pages in words. */
function wordsLine(id: string, knowledge: Knowledge, speaker: Speaker, language: string): SourceLine {
  const outside = speaker.source(language, documentOf(id));
  const named = knowledge.facts[id]?.sources;
  return { ...outside, id, title: typeof named === 'string' ? named : outside.title };
}
