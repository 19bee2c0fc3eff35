import { documentOf, documentsOf } from '../../core/documents.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import type { SourceLine, Speaker } from '../../voice/speaker.ts';

/** The documents behind a reply, each once and dated; external facts each with where they were read. */
export function sourceLines(
  facts: readonly string[],
  knowledge: Knowledge,
  speaker: Speaker,
  language: string,
): SourceLine[] {
  const documents = documentsOf(facts.filter((fact) => !fact.startsWith(external)));
  const outside = new Set(facts.filter((fact) => fact.startsWith(external)));
  return [
    ...documents.map((id) => speaker.source(language, id)),
    ...[...outside].sort().map((id) => externalLine(id, knowledge, speaker, language)),
  ];
}

const external = 'X-';

function externalLine(id: string, knowledge: Knowledge, speaker: Speaker, language: string): SourceLine {
  const outside = speaker.source(language, documentOf(id));
  return { ...outside, id, title: knowledge.facts[id]?.sources ?? outside.title };
}
