import type { SourceLine } from '../voice/speaker.ts';
import { linked } from './card-text.ts';

/** Where a reply comes from, one line of Markdown a document: its title, where it stands, what it is dated. */
export function sourceLines(sources: readonly SourceLine[]): string {
  return sources.map((source) => `- *${linked(source.title, source.url)}, ${source.dated}*`).join('\n');
}
