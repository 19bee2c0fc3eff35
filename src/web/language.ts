import type { IncomingMessage } from 'node:http';

/** The page's language: asked for by `?lang=`, else the browser's first that we speak, else our first. */
export function languageOf(req: IncomingMessage, spoken: readonly string[]): string {
  const asked = new URL(req.url ?? '/', 'http://localhost').searchParams.get('lang');
  const wanted = [...(asked === null ? [] : [asked]), ...accepted(req.headers['accept-language'] ?? '')];
  return wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => spoken.includes(tag)) ?? spoken[0] ?? 'en';
}

/** `fr-CH, en;q=0.8` by weight, the header's own order where weights are equal. */
function accepted(header: string): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find((each) => each !== undefined);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
