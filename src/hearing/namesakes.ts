import { comparedForm } from './compared-form.ts';
import type { Span } from './lexicon.ts';
import type { PlaceSaid } from './place-index.ts';
import { isEmpty, wordsAt, type Scene } from './scene.ts';

/** "Atlanta, Georgia", "Georgia in the US": beside the country that it is in, a state is no country of that name. */
export function asNamesakes(scene: Scene, places: readonly PlaceSaid[]): readonly PlaceSaid[] {
  const named = Object.entries(scene.language.data.countries.namesakes);
  return places.map((place) => {
    const [code] = named.find(([, names]) => names.includes(comparedForm(wordsAt(scene, place)))) ?? [];
    if (code === undefined) return place;
    const isIn = places.some((other) => other.codes.includes(code) && isBeside(scene, place, other));
    return isIn ? { ...place, codes: [code] } : place;
  });
}

function isBeside(scene: Scene, one: Span, other: Span): boolean {
  const [first, last] = one.from < other.from ? [one, other] : [other, one];
  const between = { from: first.to, to: last.from };
  return (
    between.to - between.from <= furthest &&
    isEmpty(
      scene,
      between,
      leading.flatMap((name) => scene.marks.of(name)),
    )
  );
}

/** "in the", ", from". */
const furthest = 3;
const leading = ['role.town.after', 'role.origin.before', 'date.between', 'nothing'];
