/** The first language of an Accept-Language header that is spoken here, by weight, then by order; else our own first. */
export function acceptedLanguage(header: string | undefined, spoken: readonly [string, ...string[]]): string {
  const wanted = (header ?? '').slice(0, longestHeader).split(',').map(readRange);
  const best = wanted
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag.split('-')[0]?.toLowerCase() ?? '')
    .find((language) => spoken.includes(language));
  return best ?? spoken[0];
}

function readRange(range: string): { readonly tag: string; readonly weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { tag, weight: Number.isNaN(weight) ? 0 : weight };
}

/** Browsers send well under this; what comes after is no preference of a person. */
const longestHeader = 500;
