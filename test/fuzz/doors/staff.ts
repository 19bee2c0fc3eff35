import fc from 'fast-check';
import { shortText, text } from '../inputs/texts.ts';
import { target, type Target } from '../target.ts';
import { formOf, passed, sender, type Send } from './http.ts';
import type { Watched } from './server.ts';

/** The staff room as its administrator would never use it: any address with any question, any form with any field. */
export function staffTargets(server: Watched): readonly Target[] {
  const send = sender(server);
  let signedIn: Promise<string> | null = null;
  const cookie = () => (signedIn ??= join(send, server));
  const paths = fc.oneof(
    fc.constantFrom(...pages),
    fc
      .tuple(fc.constantFrom(...pages), shortText)
      .map(([path, part]) => `${path}/${encodeURIComponent(part.toWellFormed())}`),
  );
  return [
    target(
      'staff pages',
      fc.tuple(paths, fc.array(fc.tuple(fc.constantFrom(...questions), shortText), { maxLength: 4 })),
      async ([path, asked]) => {
        const query = formOf(Object.fromEntries(asked));
        passed((await send('GET', `${path}?${query}`, { cookie: await cookie() }, '')).status);
      },
    ),
    target(
      'staff forms',
      fc.tuple(
        fc.constantFrom(...pages.filter((path) => !leaving.includes(path))),
        fc.dictionary(fc.constantFrom(...fields), text, { maxKeys: 6 }),
      ),
      async ([path, filled]) => {
        const held = await cookie();
        const csrf =
          /name="csrf" value="([^"]+)"/.exec((await send('GET', path, { cookie: held }, '')).body)?.[1] ?? '';
        const form = formOf({ ...filled, csrf });
        const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie: held, origin: server.url };
        passed((await send('POST', path, headers, form)).status);
      },
    ),
  ];
}

/** Makes the first account by its link. */
async function join(send: Send, { firstAccount, url }: Watched): Promise<string> {
  const shown = await send('GET', firstAccount, {}, '');
  const cookies = cookiesIn(shown.headers);
  const csrf = /name="csrf" value="([^"]+)"/.exec(shown.body)?.[1] ?? '';
  const form = formOf({ csrf, name: 'fuzzer', password, again: password });
  const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie: cookies, origin: url };
  const joined = await send('POST', firstAccount, headers, form);
  return [cookies, cookiesIn(joined.headers)].filter((held) => held !== '').join('; ');
}

function cookiesIn(headers: string): string {
  return [...headers.matchAll(/^set-cookie: ([^;\r\n]+)/gim)].map(([, held]) => held).join('; ');
}

const password = 'a long phrase of the fuzzer 7431';
const leaving = ['/staff/accounts', '/staff/sign-out'];
const pages = [
  '/staff',
  '/staff/conversations',
  '/staff/queue',
  '/staff/handovers',
  '/staff/drafts',
  '/staff/deliveries',
  '/staff/misses',
  '/staff/knowledge',
  '/staff/knowledge/files',
  '/staff/knowledge/teach',
  '/staff/knowledge/changes',
  '/staff/numbers',
  '/staff/health',
  '/staff/accounts',
  '/staff/audit',
  '/staff/privacy',
  '/staff/told',
  '/staff/replay',
  '/staff/conversations/export',
  '/staff/sign-out',
  '/staff/invitation/a',
  '/staff/issuer/back',
];
const questions = [
  'words',
  'channel',
  'language',
  'decision',
  'intent',
  'intents',
  'below',
  'feedback',
  'from',
  'until',
  'before',
  'after',
  'page',
  'file',
  'path',
  'text',
  'turn',
  'id',
  'format',
  'span',
  'code',
  'state',
];
const fields = [
  'text',
  'file',
  'path',
  'content',
  'reason',
  'intent',
  'language',
  'conversation',
  'turn',
  'id',
  'reference',
  'address',
  'to',
  'reply',
  'judgement',
  'note',
  'what',
  'from',
  'until',
  'act',
  'answer',
  'title',
  'topic',
  'phrasing',
  'message',
];
