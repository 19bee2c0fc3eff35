import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { unreachable } from '../core/errors.ts';
import type { Assets } from '../web/assets.ts';
import { always, sendPage } from '../web/send-page.ts';
import { layout } from './layout.ts';
import type { Outcome, Page, Visit } from './page.ts';
import type { Parts } from './parts.ts';
import { problemOutcome } from './problem.ts';

type Asset = 'guichet.css' | 'mark.svg' | 'staff.css' | 'staff.js';

/** Sends what a page came to. Nothing of the staff room is kept by a browser or a proxy. */
export function createSend({
  parts,
  pages,
  assets,
}: {
  readonly parts: Pick<Parts, 'current' | 'queue'>;
  readonly pages: readonly Page[];
  readonly assets: Assets<Asset>;
}) {
  return async function send(
    res: ServerResponse,
    visit: Visit,
    outcome: Outcome,
    cookies: readonly string[],
  ): Promise<void> {
    const headers = { ...privately, ...(cookies.length > 0 && { 'set-cookie': [...cookies] }) };
    switch (outcome.kind) {
      case 'page': {
        const { speaker } = parts.current();
        const languages = speaker.staffLanguages.map((language) => ({
          language,
          name: speaker.say(language, 'web:language'),
        }));
        const { title, main, wide = false, status = 200 } = outcome;
        const waiting = visit.person === null ? 0 : await parts.queue.waitingFor(visit.person);
        const frame = { title, main, wide, notice: noticeOf(visit), waiting, languages };
        const address = (file: Asset): string => `/staff${assets.address(file)}`;
        sendPage(res, (nonce) => layout(visit, { ...frame, nonce, address, pages }), {
          status,
          language: visit.language,
          headers,
        });
        return;
      }
      case 'go': {
        const set = [...cookies, ...(outcome.cookies ?? [])];
        const to = withNotice(outcome.to, outcome.notice);
        res.writeHead(303, { ...always, ...privately, location: to, ...(set.length > 0 && { 'set-cookie': set }) });
        res.end();
        return;
      }
      case 'file': {
        const { name, type, body } = outcome;
        res.writeHead(200, {
          ...always,
          ...headers,
          'content-type': type,
          'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '-')}"`,
        });
        await pipeline(Readable.from(typeof body === 'string' ? [body] : body), res);
        return;
      }
      case 'json':
        res.writeHead(200, { ...always, ...headers, 'content-type': 'application/json; charset=utf-8' });
        res.end(JSON.stringify(outcome.value));
        return;
      case 'events':
        // Told as it happens: no proxy holds any of it back.
        res.writeHead(200, {
          ...always,
          ...headers,
          'content-type': 'text/event-stream; charset=utf-8',
          'x-accel-buffering': 'no',
        });
        // Who goes away ends it: that is no fault.
        await pipeline(Readable.from(outcome.body), res).catch(() => undefined);
        return;
      case 'missing':
        await send(res, visit, problemOutcome(visit, 'conversation/unknown'), cookies);
        return;
      default:
        unreachable(outcome);
    }
  };
}

/** What `done` in the address names, if it is one of the notices: an address cannot put words into our mouth. */
function noticeOf({ query, t }: Visit): string | null {
  const done = query.get('done') ?? '';
  if (!/^([a-z]+:)?[a-z][a-z.-]{0,60}$/.test(done)) return null;
  const [namespace, key] = done.includes(':') ? done.split(':') : ['staff', done];
  try {
    return t(`${namespace ?? ''}:notice.${key ?? ''}`);
  } catch {
    return null;
  }
}

function withNotice(to: string, notice: string | undefined): string {
  if (notice === undefined) return to;
  const [path = '', fragment] = to.split('#');
  return `${path}${path.includes('?') ? '&' : '?'}done=${notice}${fragment === undefined ? '' : `#${fragment}`}`;
}

const privately = Object.freeze({
  'cache-control': 'no-store',
  // Without a referrer a browser hides the origin of our own forms.
  'referrer-policy': 'same-origin',
});
