import type { Knowledge } from '../knowledge/schema.ts';
import type { SourceLine } from './reply.ts';
import type { Speaker } from './say.ts';

/** The documents behind a reply, each once and dated; external facts each with where they were read. */
export function sourceLines(
  facts: readonly string[],
  knowledge: Knowledge,
  speaker: Speaker,
  language: string,
): SourceLine[] {
  const documents = new Set(facts.filter((fact) => !fact.startsWith(external)).map(sourceOf));
  const outside = new Set(facts.filter((fact) => fact.startsWith(external)));
  return [
    ...[...documents].sort().map((id) => speaker.source(language, id)),
    ...[...outside].sort().map((id) => externalLine(id, knowledge, speaker, language)),
  ];
}

/** The document of a fact: `S2-08` → `S2`, `X-30` → `X`. */
export function sourceOf(fact: string): string {
  return fact.split('-')[0] ?? fact;
}

const external = 'X-';

function externalLine(id: string, knowledge: Knowledge, speaker: Speaker, language: string): SourceLine {
  const outside = speaker.source(language, sourceOf(id));
  return { ...outside, id, title: knowledge.facts[id]?.sources ?? outside.title };
}
