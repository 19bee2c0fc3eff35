import { fieldOrder } from '../../src/core/eligibility/index.ts';
import { parseDay, wholeYearsBetween } from '../../src/core/day.ts';
import type { Facts, Told } from '../../src/conversation/forms/dialogs.ts';
import type { Voice } from '../../src/voice/voice.ts';

/** "nationality Brazil", "stay 6 months", in the order in which the core asks. */
export function toldFacts(facts: Facts, voice: Voice): readonly Told[] {
  const order: readonly string[] = [...fieldOrder, 'birthDate', 'ehicUntil', 'stayFrom', 'stayUntil'];
  const told = order.filter((field) => facts[field] !== undefined && facts[field] !== 'unknown');
  return told.map((field) => {
    // The day itself is kept as a fact alone.
    const shown = field === 'birthDate' ? 'age' : field;
    const label = voice.phrase(`eligibility:label.${shown}`);
    const value = valueText(shown, shown === field ? facts[field] : ageOf(facts[field], voice), voice);
    const chosen = voice.has(`eligibility:value.${field}.${String(facts[field])}`);
    const key = chosen || typeof facts[field] === 'boolean' ? 'chosen' : 'value';
    return { field, text: voice.say(`told.${key}`, { label, value }) };
  });
}

function ageOf(birthDate: unknown, { on }: Voice): number | null {
  const day = parseDay(String(birthDate));
  return day === null ? null : wholeYearsBetween(day, on);
}

function valueText(field: string, value: unknown, voice: Voice): string {
  if (typeof value === 'boolean') return voice.phrase(`dialog:${value ? 'yes' : 'no'}`).toLowerCase();
  if (typeof value === 'number')
    return field === 'age' ? voice.quantity('age', value) : voice.quantity('months', Math.round(value * 10) / 10);
  const text = String(value);
  const date = parseDay(text);
  if (date !== null) return voice.date(date);
  const named = [`eligibility:value.${field}.${text}`, `dialog:eligibility.region.${text}`].find(voice.has);
  return named !== undefined && text !== 'CA' ? voice.phrase(named) : voice.country(text);
}
