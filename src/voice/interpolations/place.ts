import type { Place } from '../content.ts';
import { oneOf, unknownName, type ReadInterpolation } from './interpolation.ts';

/** How each field of a place is said in a language; null when this place has none. */
const fields: Readonly<Record<string, (place: Place, language: string) => string | null>> = {
  name: (place, language) => place.name[language] ?? null,
  address: (place) => place.address ?? null,
  phone: (place) => place.phone?.written ?? null,
  hours: (place, language) => place.hours?.[language] ?? null,
  email: (place) => place.email ?? null,
  url: (place) => place.url ?? null,
};

/** `place ID name|address|phone|hours|email|url`. */
export const placeInterpolation: ReadInterpolation = ([id = '', field = '', ...rest], { places, languages }) => {
  const place = places[id];
  if (place === undefined) {
    const names = Object.keys(places);
    return unknownName('place', id, names, `a place, ${oneOf(names, id)}`);
  }
  const valueOf = fields[field];
  // What is there and lacks a language is named where it stands.
  const there = Object.keys(fields).filter((name) => languages.some((language) => fields[name]?.(place, language)));
  if (valueOf === undefined || rest.length > 0 || !there.includes(field)) {
    return { accepted: `after place ${id}, ${oneOf(there)}` };
  }
  return { say: ({ language }) => valueOf(place, language) ?? '', facts: () => place.facts };
};

/** `link ID`: a Markdown link to a place that has a web address. */
export const linkInterpolation: ReadInterpolation = ([id = '', ...rest], { places }) => {
  const place = places[id];
  const url = place?.url;
  if (place === undefined || url === undefined || rest.length > 0) {
    const linked = Object.entries(places).filter(([, { url }]) => url !== undefined);
    const names = linked.map(([name]) => name);
    return unknownName('link', id, names, `a place with a url, ${oneOf(names)}`);
  }
  return { say: ({ language }) => `[${place.name[language] ?? id}](${url})`, facts: () => place.facts };
};
