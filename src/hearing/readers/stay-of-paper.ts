import type { LengthSaid } from '../lengths.ts';
import type { Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { inside } from '../polarity.ts';
import { partAround } from '../scene.ts';

/** "My passport stays valid for six months". */
export function isDocument({ scene }: Listening, length: LengthSaid): boolean {
  const part = partAround(scene, length.from);
  return (
    inside(scene, 'role.document.around', part).length > 0 && inside(scene, 'role.validity.before', part).length > 0
  );
}

/** "A card for 3 months". */
export function cardIn({ scene }: Listening, length: LengthSaid): { readonly role: 'card'; readonly at: Span } | null {
  const part = partAround(scene, length.from);
  const [at] = inside(scene, 'role.card.before', part);
  return at === undefined ? null : { role: 'card', at };
}
