import type { Source } from '../content.ts';
import { oneOf, type ReadInterpolation, type Saying } from './interpolation.ts';

/** `source S3`: a document's short name with the years that it describes. */
export const sourceInterpolation: ReadInterpolation = ([id = '', ...rest], { sources }) => {
  const source = sources[id];
  if (source === undefined || rest.length > 0) return { accepted: `a document, ${oneOf(Object.keys(sources))}` };
  return {
    say: (saying) =>
      saying.say('source', { name: source.short[saying.language] ?? id, dated: datedOf(source, saying) }),
    facts: () => [],
  };
};

/** The years that a document describes, inferred; for what was read elsewhere, the day it was read. */
export function datedOf(source: Source, { formats, say }: Pick<Saying, 'formats' | 'say'>): string {
  if (source.window === null) return say('read-on', { day: formats.date(source.consulted) });
  const from = source.window.from.slice(0, 4);
  const until = source.window.until.slice(0, 4);
  return from === until ? from : say('years', { from, until });
}
