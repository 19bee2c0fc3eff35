import { deadline as deadlineOf, parseDeadline } from '../../src/core/deadlines/index.ts';
import type { Facts } from '../../src/conversation/forms/dialogs.ts';
import type { Voice } from '../../src/voice/voice.ts';
import { defineForm } from '../define-form.ts';
import { asks, type Look } from '../look.ts';
import { refused } from '../refused.ts';
import { choicesFor } from './choices.ts';
import { due, type Dates } from './decision.ts';
import { readDeadline } from './read.ts';
import { toldFacts } from './told.ts';

/** When something starts, ends or is due. Facts: `about`, `from`, and `stayUntil` for a card's end. */
export const deadline = defineForm({
  id: 'deadline',
  needs: ['rates', 'grounds', 'conflicts'],
  mayUse: ['offers'],
  look: (known, { voice, ...dates }) => look(known, dates, voice),
  read: readDeadline,
  dependents: (field) => (field === 'about' ? ['from', 'stayUntil'] : []),
  told: (facts, { voice }) => toldFacts(facts, voice),
});

function look(known: Facts, dates: Dates, voice: Voice): Look {
  const missing = ['about', 'from', ...(known['about'] === 'ehic-gap' ? ['stayUntil'] : [])].find(
    (field) => known[field] === undefined || known[field] === 'unknown',
  );
  if (missing !== undefined) return ask(missing, known, dates, voice);
  const { about, from, stayUntil } = known;
  const parsed = parseDeadline({ about, from, ...(stayUntil !== undefined && { stayUntil }) });
  if (parsed.kind === 'invalid') return refused(parsed.errors, voice, { ehicUntil: 'from' });
  const result = deadlineOf(parsed.value, dates);
  return result.kind === 'unanswerable'
    ? refused(result.errors, voice, { ehicUntil: 'from' })
    : due(result, known, dates, voice);
}

/** From which day is asked in words of its own for each thing. */
function ask(field: string, known: Facts, { offers }: Dates, voice: Voice): Look {
  const choices = choicesFor(field, offers, voice);
  if (field !== 'from') return asks(field, voice, choices);
  return {
    kind: 'ask',
    field,
    question: voice.say(`from.${String(known['about'])}`),
    why: voice.say('why.from'),
    choices,
  };
}
