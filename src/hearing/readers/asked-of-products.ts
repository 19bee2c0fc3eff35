import type { Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { inside, isAsked } from '../polarity.ts';
import { partAround } from '../scene.ts';

/** "Do I have to pay both?", with nothing sold named or told: both of whatever was spoken of. */
export function isOfWhateverTwo({ scene, asked, told }: Listening, spans: readonly Span[]): boolean {
  if (asked !== null || told['items'] !== undefined || spans.length === 0) return false;
  const both = scene.marks.of('value.product.both');
  const isBoth = spans.every((span) => both.some((one) => one.from === span.from && one.to === span.to));
  const asksAt = ({ from }: Span) => inside(scene, 'having.asksLast', partAround(scene, from)).length > 0;
  return isBoth && spans.some((span) => asksAt(span) || isAsked(scene, span, partAround(scene, span.from)));
}

/** "What does the RC cover?" buys nothing; "how much is the RC?" does. */
export function isOnlyAbout({ scene, asked }: Listening, spans: readonly Span[]): boolean {
  if (asked !== null || scene.marks.of('value.product.price').length > 0) return false;
  return spans.every((span) => {
    const part = partAround(scene, span.from);
    return isAsked(scene, span, part) || inside(scene, 'role.about.around', part).length > 0;
  });
}
