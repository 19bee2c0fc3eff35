import type { Span } from './lexicon.ts';
import type { NumberSaid } from './numbers.ts';
import { endsThere, type Scene } from './scene.ts';

/** An amount, and whether it was said to be euros, another money, or nothing. */
export type AmountSaid = Span & { readonly euros: number; readonly money: 'euro' | 'other' | null };

/** "30 €", "€30", "12 euros 50", "26,50". Numbers without a money are amounts only where a cue says so. */
export function amountsIn(scene: Scene, numbers: readonly NumberSaid[]): readonly AmountSaid[] {
  return numbers.map((number, at): AmountSaid => {
    const money = moneyOf(scene, number);
    const behind = numbers[at + 1];
    if (money === null && behind !== undefined && isSpoken(number, behind))
      return { from: number.from, to: behind.to, euros: number.value + behind.value / 100, money: null };
    if (money === null) return { from: number.from, to: number.to, euros: number.value, money: null };
    const cents = numbers[at + 1];
    const more = cents !== undefined && money.name === 'euro' && isCents(scene, money, cents) ? cents : null;
    return {
      from: Math.min(number.from, money.from),
      to: more?.to ?? Math.max(number.to, money.to),
      euros: number.value + (more?.value ?? 0) / 100,
      money: money.name,
    };
  });
}

/** "twenty-six fifty": one number in words right behind another. */
function isSpoken(euros: NumberSaid, cents: NumberSaid): boolean {
  const inWords = euros.inWords && cents.inWords && cents.from === euros.to;
  return inWords && euros.value >= 5 && euros.value < 100 && cents.value >= 10 && cents.value < 100;
}

function moneyOf(scene: Scene, number: NumberSaid): (Span & { readonly name: 'euro' | 'other' }) | null {
  for (const name of ['euro', 'other'] as const) {
    const spans = scene.marks.of(`money.${name}`);
    const span =
      spans.find(({ from }) => from === number.to) ?? spans.find(({ to }) => to === number.from && !isUsed(scene, to));
    if (span !== undefined) return { ...span, name };
  }
  return null;
}

/** The € of "12 € 50" belongs to the number before it. */
function isUsed(scene: Scene, to: number): boolean {
  const before = scene.tokens[to - 2];
  return before?.kind === 'number';
}

function isCents(scene: Scene, money: Span, cents: NumberSaid): boolean {
  if (cents.from !== money.to || !Number.isInteger(cents.value) || cents.value >= 100) return false;
  return scene.marks.of('money.cent').some(({ from }) => from === cents.to) || endsThere(scene, cents);
}
