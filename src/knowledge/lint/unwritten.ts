import { unwrittenIn } from '../unwritten.ts';
import type { Rule } from './finding.ts';

/** Sentences that a form was begun without; anything else that is not written stops the start. */
export const unwritten: Rule = ({ shelves }) =>
  [...shelves.phrases.values()].flatMap(({ file }) =>
    unwrittenIn(file).map(({ code, ...place }) => ({ rule: code, ...place })),
  );
