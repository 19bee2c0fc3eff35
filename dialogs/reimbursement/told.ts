import type { Day } from '../../src/core/day.ts';
import { cents, type Cents } from '../../src/core/money.ts';
import type { Facts, Told } from '../../src/conversation/forms/dialogs.ts';
import type { Voice } from '../../src/voice/voice.ts';

export function toldFacts(facts: Facts, voice: Voice): readonly Told[] {
  const texts = Object.entries(facts).flatMap(([field, value]) => {
    const text = value === 'unknown' ? null : toldText(field, value, voice);
    return text === null ? [] : [{ field, text }];
  });
  return texts.sort((a, b) => toldOrder.indexOf(a.field) - toldOrder.indexOf(b.field));
}

const toldOrder: readonly string[] = [
  'act',
  'on',
  'until',
  'days',
  'visits',
  'declaredGp',
  'mutuelle',
  'charged',
  'sector',
  'age',
];

function toldText(field: string, value: unknown, voice: Voice): string | null {
  switch (field) {
    case 'act':
      return voice.say(`option.${String(value)}`);
    case 'on':
      return voice.date(value as Day);
    case 'until':
      return voice.say('told.until', { day: voice.date(value as Day) });
    case 'days':
    case 'visits':
      return voice.say(`told.${field}`, { count: Number(value) });
    case 'age':
      return voice.quantity('age', Number(value));
    case 'charged':
      return voice.say('told.charged', { amount: voice.money(centsOf(String(value))) });
    case 'sector':
      return voice.say('told.sector', { sector: String(value) });
    case 'declaredGp':
    case 'mutuelle':
      return voice.say(`told.${field}.${value === true ? 'yes' : 'no'}`);
    default:
      return null;
  }
}

function centsOf(amount: string): Cents {
  return cents(Math.round(Number(amount) * 100));
}
