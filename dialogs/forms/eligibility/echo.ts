import { fieldOrder } from '../../../src/core/eligibility/index.ts';
import { parseDay } from '../../../src/core/day.ts';
import type { DialogTurn, Facts } from '../../../src/conversation/dialogs.ts';
import type { Speaker } from '../../../src/conversation/say.ts';

/** What was understood, in half a sentence: "Understood: nationality Brazil, age 24, stay 6 months." */
export function echoFacts(facts: Facts, turn: DialogTurn, speaker: Speaker): string {
  const order: readonly string[] = [...fieldOrder, 'birthDate', 'ehicUntil', 'stayFrom', 'stayUntil'];
  const told = order.filter((field) => facts[field] !== undefined && facts[field] !== 'unknown');
  if (told.length === 0) return '';
  const parts = told.map((field) => {
    const separator = typeof facts[field] === 'boolean' ? ': ' : ' ';
    return `${label(field, turn, speaker)}${separator}${valueText(field, facts[field], turn, speaker)}`;
  });
  return speaker.say(turn.language, 'dialog:understood', { facts: parts.join(', ') }, turn.on);
}

function label(field: string, turn: DialogTurn, speaker: Speaker): string {
  return speaker.say(turn.language, `eligibility:label.${field}`, {}, turn.on);
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
