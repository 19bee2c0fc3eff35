import type { Day } from '../core/day.ts';
import type { Card } from './reply.ts';
import type { Params, Speaker } from './say.ts';

export type HandedOver = {
  readonly reference: string;
  /** What travels with it, in words. */
  readonly told: readonly string[];
  /** Where the person wants to go on; null while it was not asked or said. */
  readonly way: 'here' | 'desk' | null;
};

/** What to keep: the reference, who answers and when, what was told, what happens next. */
export function handoverCard(
  { reference, told, way }: HandedOver,
  { language, on }: { readonly language: string; readonly on: Day },
  speaker: Speaker,
): Card {
  const say = (key: string, values: Params = {}) =>
    speaker.say(language, `conversation:handover.card.${key}`, values, on);
  const rows = ['reference', 'desk', 'contact', 'hours'].map((key) => ({
    label: say(`${key}.label`),
    text: say(`${key}.text`, { reference }),
  }));
  const steps = speaker.list(language, `conversation:handover.card.next.${way ?? 'steps'}`, { reference }, on);
  const section = (key: string, lines: readonly string[]) => ({
    heading: say(key),
    rows: [],
    items: lines.map((text) => ({ text, url: null })),
  });
  return {
    kind: 'checklist',
    title: say('title'),
    sections: [
      { heading: null, rows, items: [] },
      ...(told.length > 0 ? [section('told', told)] : []),
      section('next.heading', steps),
    ],
  };
}
