import { overlap, type Span } from '../lexicon.ts';
import type { Scene } from '../scene.ts';

/** A product, and where it is named. */
export type Named = { readonly product: string; readonly span: Span };

/** "The medical one or the RC? The latter": one of two that were named; none, where "the second" is another's number. */
export function pickedOf({ marks }: Scene, named: readonly Named[]): readonly string[] | null {
  for (const [name, at] of [
    ['former', 0],
    ['latter', -1],
  ] as const) {
    const pick = marks.of(`value.product.${name}`).at(-1);
    if (pick === undefined) continue;
    const before = named.filter(({ span }) => span.to <= pick.from).toSorted((a, b) => a.span.from - b.span.from);
    const meant = before.at(at)?.product;
    const numbered = named.find(({ span }) => overlap(span, pick))?.product ?? meant;
    if (meant === undefined || new Set(before.map(({ product }) => product)).size < 2) continue;
    return numbered === meant ? [meant] : [];
  }
  return null;
}
