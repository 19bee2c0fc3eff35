import type { IncomingMessage } from 'node:http';
import { acceptedLanguage } from '../http/accept-language.ts';
import { requestUrl } from '../http/request-url.ts';

/** The page's language: asked for by `?lang=`, else the browser's first that we speak, else our first. */
export function languageOf(req: IncomingMessage, spoken: readonly [string, ...string[]]): string {
  const asked = requestUrl(req).searchParams.get('lang')?.slice(0, 2).toLowerCase();
  return asked !== undefined && spoken.includes(asked)
    ? asked
    : acceptedLanguage(req.headers['accept-language'], spoken);
}
