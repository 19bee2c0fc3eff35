import type { Day } from '../../src/core/day.ts';
import type { Facts, Told } from '../../src/conversation/forms/dialogs.ts';
import type { Voice } from '../../src/voice/voice.ts';

export function toldFacts(facts: Facts, voice: Voice): readonly Told[] {
  return ['about', 'from', 'stayUntil'].flatMap((field) => {
    const value = facts[field];
    if (typeof value !== 'string' || value === 'unknown') return [];
    const isDay = field !== 'about';
    return [
      {
        field,
        text: isDay ? voice.say(`told.${field}`, { day: voice.date(value as Day) }) : voice.say(`about.${value}`),
      },
    ];
  });
}
