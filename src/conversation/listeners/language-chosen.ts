import { carryOut } from '../commands/carry-out.ts';
import type { Listener } from '../listener.ts';
import { languageChosenName } from '../without-words.ts';

/** The page was turned to another language: what was said last, and what is asked, in it. */
export const languageChosen: Listener = {
  name: languageChosenName,
  hear: (asked) =>
    asked.incoming.kind === 'language' ? carryOut(asked, { kind: 'language', language: asked.language }) : null,
};
