import { addDays, type Day } from '../../src/core/day.ts';
import { parseReimbursement, reimburse, type Tariffs } from '../../src/core/reimbursement/index.ts';
import type { Facts } from '../../src/conversation/forms/dialogs.ts';
import type { Voice } from '../../src/voice/voice.ts';
import { withCaution } from '../day-to-come.ts';
import { defineForm } from '../define-form.ts';
import { asks, type Look } from '../look.ts';
import { refused } from '../refused.ts';
import { choicesFor } from './choices.ts';
import { repaid } from './decision.ts';
import { readVisit } from './read.ts';
import { toldFacts } from './told.ts';

/** What comes back from a visit or a stay. Facts: `act`, `on`, `until`, `days`, `visits`, `declaredGp`, `mutuelle`, `charged`, `sector`, `age`. */
export const reimbursement = defineForm({
  id: 'reimbursement',
  needs: ['rates', 'grounds'],
  look: (known, { voice, ...tariffs }) => look(known, tariffs, voice),
  read: readVisit,
  dependents: (field) => dependents[field] ?? [],
  told: (facts, { voice }) => toldFacts(facts, voice),
});

/** The last day and the number of days say the same. */
const dependents: Readonly<Record<string, readonly string[]>> = {
  act: ['days', 'until', 'visits', 'declaredGp', 'mutuelle', 'charged'],
  days: ['until'],
  until: ['days'],
};

function look(known: Facts, tariffs: Tariffs, voice: Voice): Look {
  const next = nextField(known);
  if (next !== null) return asks(next, voice, choicesFor(next, voice));
  const parsed = parseReimbursement(requestOf(known, voice.on));
  if (parsed.kind === 'invalid') return refused(parsed.errors, voice, { until: 'days' });
  const result = reimburse(parsed.value, tariffs);
  return result.kind === 'unanswerable'
    ? refused(result.errors, voice, { until: 'days' })
    : withCaution(repaid(result, voice), parsed.value.on, voice);
}

/** A visit depends on the declared doctor, the mutuelle and the price; a stay on its length alone. */
function nextField(known: Facts): string | null {
  if (known['act'] === undefined || known['act'] === 'unknown') return 'act';
  if (known['act'] !== 'gp') return typeof known['days'] === 'number' || known['until'] !== undefined ? null : 'days';
  return ['declaredGp', 'mutuelle', 'charged'].find((field) => known[field] === undefined) ?? null;
}

function requestOf(known: Facts, today: Day) {
  const on = (known['on'] as Day | undefined) ?? today;
  const { days, until } = known;
  const told = ['act', 'visits', 'declaredGp', 'mutuelle', 'charged', 'sector', 'age'].filter(
    (field) => field in known && known[field] !== 'unknown',
  );
  return {
    ...Object.fromEntries(told.map((field) => [field, known[field]])),
    on,
    ...(typeof days === 'number' && { until: addDays(on, Math.max(0, days - 1)) }),
    ...(until !== undefined && until !== 'unknown' && { until }),
  };
}
