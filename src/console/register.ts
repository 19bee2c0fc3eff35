import type { Request, Response, Server } from 'restify';
import { AppError } from '../core/errors.ts';
import { addressOf, linkOrigin, ownOrigin } from '../http/origin.ts';
import { dayInFrance } from '../day-in-france.ts';
import { readBody } from '../http/read-body.ts';
import { acceptedLanguage } from '../http/accept-language.ts';
import { requestUrl } from '../http/request-url.ts';
import { retryAfter } from '../http/retry-after.ts';
import type { SignedIn } from '../ports/staff.ts';
import { packAssets, studentSheet } from '../web/assets.ts';
import { cookie, readCookie } from './cookies.ts';
import { formToken, isOwnForm } from './guard-forms.ts';
import type { Asked, OpenPage, Outcome, Page, Visit } from './page.ts';
import { openPages, staffPages } from './pages.ts';
import type { Parts } from './parts.ts';
import { problemOutcome, problemStatus } from './problem.ts';
import { createDoors } from './sign-in/doors.ts';
import { ownPath, ownPaths } from './sign-in/own-paths.ts';
import { may } from './role.ts';
import { createSend } from './send.ts';
import { newToken } from './token.ts';

/** The staff room: its pages, and before each of them who may, in which language, and whether a form is our own. */
export function registerConsole(server: Server, parts: Parts): readonly Page[] {
  const doors = createDoors(parts);
  const { sessions } = doors;
  const pages = staffPages(parts, doors);
  const assets = packAssets(files, new URL('../', import.meta.url));
  const send = createSend({ parts, pages, assets });

  const visitOf = async (req: Request): Promise<{ visit: Visit; secret: string; cookies: readonly string[] }> => {
    const { speaker, knowledge } = parts.current();
    const origin = ownOrigin(req, parts.config);
    const secure = origin.startsWith('https:');
    const url = requestUrl(req);
    const token = sessions.tokenOf(req, secure);
    const person = await sessions.person(token);
    // Who is signed out has forms as well: their token hangs on a cookie of its own.
    const stranger = readCookie(req, 'visitor', secure);
    const fresh = newToken();
    const secret = (person === null ? stranger : token) ?? fresh;
    const language = languageOf(req, url, secure, speaker.staffLanguages);
    const now = parts.clock();
    const today = dayInFrance(now);
    const visit: Visit = {
      req,
      params: paramsOf(req),
      query: url.searchParams,
      form: new URLSearchParams(),
      person,
      language,
      culture: knowledge.vocabulary[language]?.culture ?? language,
      t: (key, params = {}) => speaker.say(language, key.includes(':') ? key : `staff:${key}`, params, today),
      csrf: formToken(secret),
      now,
      today,
      origin,
      links: linkOrigin(req, parts.config),
      address: addressOf(req, parts.config),
      audit: (what, about = {}) =>
        parts.audit.write({
          at: now.toISOString(),
          who: person?.id ?? null,
          name: person?.name ?? '',
          what,
          about,
        }),
    };
    const cookies = [
      ...(secret === fresh ? [cookie('visitor', fresh, { secure, seconds: 86_400 })] : []),
      ...(url.searchParams.has('lang') ? [cookie('language', language, { secure, seconds: 31_536_000 })] : []),
    ];
    return { visit, secret, cookies };
  };

  const serve = (method: 'show' | 'act', page: Page | OpenPage) => async (req: Request, res: Response) => {
    let begun: Awaited<ReturnType<typeof visitOf>> | null = null;
    try {
      begun = await visitOf(req);
      const { visit, secret, cookies } = begun;
      const form = method === 'act' ? await readForm(req, page.formBytes ?? usualFormBytes) : visit.form;
      const outcome = await answer(page, method, { ...visit, form }, secret);
      await send(res, visit, outcome, cookies);
    } catch (problem) {
      const code = problem instanceof AppError ? problem.code : 'http/failed';
      const status = problemStatus(code);
      parts.log[status >= 500 ? 'error' : 'warn'](
        { code, status, door: 'staff', page: page.path, err: problem },
        'a staff page was refused',
      );
      if (res.headersSent) res.destroy();
      else if (begun === null) {
        res.writeHead(503, { 'content-type': 'text/plain', 'retry-after': retryAfter });
        res.end(code);
      } else await send(res, begun.visit, problemOutcome(begun.visit, code), begun.cookies);
    }
  };

  for (const page of [...openPages(parts, doors), ...pages]) {
    if (page.show !== undefined) server.get(page.path, serve('show', page));
    if (page.act !== undefined) server.post(page.path, serve('act', page));
  }
  server.get('/staff/assets/:file', async (req: Request, res: Response) => {
    if (!assets.send(req, res, paramsOf(req)['file'] ?? '')) {
      res.writeHead(404);
      res.end();
    }
    return Promise.resolve();
  });
  return pages;
}

/** Who may, before what is asked for: a stranger learns nothing of what there is. */
async function answer(page: Page | OpenPage, method: 'show' | 'act', visit: Visit, secret: string): Promise<Outcome> {
  const { person } = visit;
  if (page.role !== 'anyone' && person === null) return toSignIn(visit, method);
  if (page.role !== 'anyone' && person?.before != null && !ownPaths.has(page.path)) {
    return { kind: 'go', to: ownPath, notice: `account:${person.before}-first` };
  }
  if (page.role !== 'anyone' && person !== null && !may(person.role, page.role)) {
    await visit.audit('refused', { page: page.path, method });
    return problemOutcome(visit, 'auth/refused');
  }
  if (method === 'act' && !isOwnForm(visit.req, visit.form, secret, visit.origin)) {
    return problemOutcome(visit, 'auth/expired');
  }
  return page.role === 'anyone'
    ? ((await page[method]?.(visit)) ?? { kind: 'missing' })
    : actFor(page, method, visit, person);
}

/** What a form did is written down, by the page or here. */
async function actFor(page: Page, method: 'show' | 'act', visit: Visit, person: SignedIn | null): Promise<Outcome> {
  if (person === null) return { kind: 'missing' };
  const noted: string[] = [];
  const asked: Asked = {
    ...visit,
    person,
    audit: (what, about) => {
      noted.push(what);
      return visit.audit(what, about);
    },
  };
  const outcome = (await page[method]?.(asked)) ?? { kind: 'missing' };
  if (method === 'act' && noted.length === 0) await visit.audit(page.path, visit.params);
  return outcome;
}

/** After signing in one goes on where one was; never elsewhere than here. */
function toSignIn({ req }: Visit, method: 'show' | 'act'): Outcome {
  const back = method === 'show' ? `?to=${encodeURIComponent(req.url ?? '/staff')}` : '';
  return { kind: 'go', to: `/staff/sign-in${back}` };
}

async function readForm(req: Request, limit: number): Promise<URLSearchParams> {
  const type = req.headers['content-type'] ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) {
    throw new AppError('input/not-supported', 'A form of ours is sent as application/x-www-form-urlencoded.');
  }
  return new URLSearchParams(await readBody(req, limit));
}

function languageOf(req: Request, url: URL, secure: boolean, spoken: readonly [string, ...string[]]): string {
  const chosen = url.searchParams.get('lang') ?? readCookie(req, 'language', secure);
  return chosen !== null && spoken.includes(chosen) ? chosen : acceptedLanguage(req.headers['accept-language'], spoken);
}

function paramsOf(req: Request): Readonly<Record<string, string>> {
  const params = req.params as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

const usualFormBytes = 65_536;

const files = Object.freeze({
  'guichet.css': studentSheet.map((part) => `web/browser/${part}`),
  'mark.svg': 'web/browser/mark.svg',
  'staff.css': ['room', 'forms', 'tables', 'notes', 'conversations', 'curation', 'numbers', 'review'].map(
    (part) => `console/browser/styles/${part}.css`,
  ),
  'staff.js': ['console/browser/staff.js', 'console/browser/reply.js'],
});
