import { fieldOrder } from '../../../src/core/eligibility/index.ts';
import { parseDay } from '../../../src/core/day.ts';
import type { DialogTurn, Facts, Told } from '../../../src/conversation/dialogs.ts';
import type { Speaker } from '../../../src/conversation/say.ts';

/** "nationality Brazil", "stay 6 months", in the order in which the core asks. */
export function toldFacts(facts: Facts, turn: DialogTurn, speaker: Speaker): readonly Told[] {
  const order: readonly string[] = [...fieldOrder, 'birthDate', 'ehicUntil', 'stayFrom', 'stayUntil'];
  const told = order.filter((field) => facts[field] !== undefined && facts[field] !== 'unknown');
  return told.map((field) => {
    const label = speaker.say(turn.language, `eligibility:label.${field}`, {}, turn.on);
    const value = valueText(field, facts[field], turn, speaker);
    const chosen = speaker.has(turn.language, `eligibility:value.${field}.${String(facts[field])}`);
    const key = chosen || typeof facts[field] === 'boolean' ? 'chosen' : 'value';
    return { field, text: speaker.say(turn.language, `dialog:eligibility.told.${key}`, { label, value }) };
  });
}

function valueText(field: string, value: unknown, turn: DialogTurn, speaker: Speaker): string {
  const { language } = turn;
  if (typeof value === 'boolean') return speaker.say(language, `dialog:${value ? 'yes' : 'no'}`).toLowerCase();
  if (typeof value === 'number')
    return field === 'age'
      ? speaker.quantity(language, 'years', value)
      : speaker.quantity(language, 'months', Math.round(value * 10) / 10);
  const text = String(value);
  const date = parseDay(text);
  if (date !== null) return speaker.date(language, date);
  const named = [`eligibility:value.${field}.${text}`, `dialog:eligibility.region.${text}`].find((key) =>
    speaker.has(language, key),
  );
  return named !== undefined && text !== 'CA'
    ? speaker.say(language, named, {}, turn.on)
    : speaker.country(language, text);
}
