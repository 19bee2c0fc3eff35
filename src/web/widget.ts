import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { requestUrl } from '../http/request-url.ts';
import type { Speaker } from '../voice/speaker.ts';
import { always, type Framing } from './send-page.ts';

/** What a school's page asks of the panel. Whatever is not a name or a colour is left out. */
export type WidgetLook = {
  readonly name: string;
  readonly color: `#${string}` | null;
  /** The page around is light: the panel stays so on a dark system. */
  readonly light: boolean;
};

export function readLook(req: IncomingMessage): WidgetLook {
  const asked = requestUrl(req).searchParams;
  const color = asked.get('color') ?? '';
  return {
    name: (asked.get('name') ?? '').slice(0, 40) || 'Guichet',
    color: /^#[0-9a-f]{6}$/i.test(color) ? (color.toLowerCase() as `#${string}`) : null,
    light: asked.get('scheme') === 'light',
  };
}

/** The pages that may show the panel in a frame: ours, and the schools' that the configuration names. */
export function framedBy(sites: readonly string[]): Framing {
  return ["'self'", ...sites];
}

/** The script that a school's page loads, with the button's words in every language. */
export function createLoader(): (req: IncomingMessage, res: ServerResponse, speaker: Speaker) => void {
  const source = readFileSync(new URL('browser/widget.js', import.meta.url), 'utf8');
  return (req, res, speaker) => {
    const texts = Object.fromEntries(
      speaker.languages.map((language) => [
        language,
        {
          open: speaker.say(language, 'web:widget.open', { name: '{name}' }),
          unread: speaker.say(language, 'web:chat.back-unread', { count: '{count}' }),
        },
      ]),
    );
    const script = Buffer.from(source.replace('__TEXTS__', () => JSON.stringify(texts)));
    const packed = /\bgzip\b/.test(req.headers['accept-encoding']?.toString() ?? '');
    const bytes = packed ? gzipSync(script, { level: 9 }) : script;
    res.writeHead(200, {
      'content-type': 'text/javascript; charset=utf-8',
      'content-length': bytes.length,
      // Its address is on the schools' pages and cannot hold a hash.
      'cache-control': 'public, max-age=3600',
      'cross-origin-resource-policy': 'cross-origin',
      // A page may load it as a module.
      'access-control-allow-origin': '*',
      vary: 'Accept-Encoding',
      ...always,
      ...(packed && { 'content-encoding': 'gzip' }),
    });
    res.end(bytes);
  };
}
