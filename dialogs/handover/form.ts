import { afterHandover, type Facts } from '../../src/conversation/forms/dialogs.ts';
import type { Voice } from '../../src/voice/voice.ts';
import { defineForm } from '../define-form.ts';
import { asks, type Look } from '../look.ts';
import { choicesFor } from './choices.ts';
import { handedOver } from './decision.ts';
import { readForPerson } from './read.ts';
import { toldFacts } from './told.ts';

/**
 * What a person should know, after the hand-over is made: two questions, each skippable. Facts: `concern` (what it is
 * about and what was tried), `way` (`here` or `desk`); and what the hand-over brings along: `reference`, `told`, `topic`.
 * How to be reached is not asked: personal data is redacted from a chat.
 */
export const handover = defineForm({
  id: afterHandover,
  startedByWords: false,
  needs: [],
  look: (known, { voice }) => look(known, voice),
  read: readForPerson,
  told: (facts, { voice }) => toldFacts(facts, voice),
});

function look(known: Facts, voice: Voice): Look {
  const missing = ['concern', 'way'].find((field) => known[field] === undefined);
  return missing === undefined ? handedOver(known, voice) : asks(missing, voice, choicesFor(missing, known, voice));
}
