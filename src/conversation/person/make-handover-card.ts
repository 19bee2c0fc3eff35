import type { Card } from '../reply.ts';
import type { Params } from '../../voice/speaker.ts';
import type { Voice } from '../../voice/voice.ts';

export type HandedOver = {
  readonly reference: string;
  /** What travels with it, in words. */
  readonly told: readonly string[];
  /** Where the person wants to go on; null while it was not asked or said. */
  readonly way: 'here' | 'desk' | null;
};

/** What to keep: the reference, who answers and when, what was told, what happens next. */
export function handoverCard({ reference, told, way }: HandedOver, voice: Voice): Card {
  const say = (key: string, values: Params = {}) => voice.phrase(`conversation:handover.card.${key}`, values);
  const rows = ['reference', 'desk', 'contact', 'hours'].map((key) => ({
    label: say(`${key}.label`),
    text: say(`${key}.text`, { reference }),
  }));
  const steps = voice.list(`conversation:handover.card.next.${way ?? 'steps'}`, { reference });
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
      { ...section('next.heading', steps), ordered: true as const },
    ],
  };
}
