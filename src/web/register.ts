import type { Request, Response, Server } from 'restify';
import type { Speaker } from '../voice/speaker.ts';
import { AppError, type ErrorCode } from '../core/errors.ts';
import { linkOrigin, type Outside } from '../http/origin.ts';
import { dayInFrance } from '../day-in-france.ts';
import type { Allowance } from '../http/rate-limit.ts';
import { requestUrl } from '../http/request-url.ts';
import type { Knowledge } from '../knowledge/schema.ts';
import type { Desk } from '../ports/desk.ts';
import type { Log } from '../ports/log.ts';
import type { Numbers } from '../ports/numbers.ts';
import { answerForm } from './answer-form.ts';
import { loadAssets } from './assets.ts';
import type { Html } from './html.ts';
import { createOftenAsked } from './often-asked.ts';
import { languageOf } from './language.ts';
import { answerPage, answersIndex } from './pages/answers.ts';
import { robots, sitemap } from './pages/machines.ts';
import { problemPage } from './pages/problem.ts';
import { statementPage, statements } from './pages/statements.ts';
import { studentPage } from './pages/student.ts';
import { pagedAnswers } from './pages/topics.ts';
import { unreadPage, widgetDemo, widgetPage } from './pages/widget.ts';
import { sendPage, sendText, type Framing } from './send-page.ts';
import type { Reader, Site } from './site.ts';
import { createLoader, framedBy, readLook } from './widget.ts';

export type WebConfig = Outside & {
  readonly asksPerAddress: Allowance;
  /** Origins of the pages that may show the widget; `*` is every page. */
  readonly sites: readonly string[];
};

export const webDefaults = Object.freeze({
  publicUrl: null,
  trustProxy: false,
  sites: [] as readonly string[],
  // A form is filled in by hand; a class behind one address may do it together.
  asksPerAddress: Object.freeze({ burst: 60, perSecond: 1 }),
}) satisfies WebConfig;

type Shown = {
  readonly page: (site: Site, reader: Reader) => Html;
  readonly status?: number;
  readonly framing?: Framing;
};
type Show = (asked: {
  readonly req: Request;
  readonly site: Site;
  readonly language: string;
}) => Shown | Promise<Shown>;

/** The pages: student page, answers, statements, the form without scripts, the browser's files. */
export function registerWeb(
  server: Server,
  door: {
    readonly desk: Desk;
    readonly numbers: Pick<Numbers, 'questions'>;
    /** Asked for at each page: a reload of the knowledge swaps both together. */
    readonly current: () => { readonly knowledge: Knowledge; readonly speaker: Speaker };
    /** Whether mail can be sent. */
    readonly mails: boolean;
    readonly clock: () => Date;
    readonly config: WebConfig;
    readonly log: Log;
  },
): void {
  const { clock, config, log } = door;
  const assets = loadAssets();
  const loader = createLoader();
  const oftenAsked = createOftenAsked(door);

  const siteFor = (req: Request): Site => ({
    ...door.current(),
    assets,
    origin: linkOrigin(req, config),
    oftenAsked: oftenAsked(),
    today: dayInFrance(clock()),
    mails: door.mails,
  });
  const serve = (show: Show) => async (req: Request, res: Response) => {
    const site = siteFor(req);
    const asked = paramOf(req, 'language');
    const spoken = asked === undefined || site.speaker.languages.includes(asked);
    const language = spoken && asked !== undefined ? asked : languageOf(req, site.speaker.languages);
    const shown = spoken ? await attempt(() => show({ req, site, language })) : notFound;
    sendPage(res, (nonce) => shown.page(site, { language, nonce }), { language, packed: true, ...shown });
  };
  const attempt = async (show: () => Shown | Promise<Shown>): Promise<Shown> => {
    try {
      return await show();
    } catch (problem) {
      const code = problem instanceof AppError ? problem.code : 'turn/failed';
      const status = statusOf[code] ?? 500;
      log[status >= 500 ? 'error' : 'warn']({ code, status, door: 'web', err: problem }, 'a page was refused');
      return { status, page: (site, reader) => problemPage(site, reader, status) };
    }
  };

  /** What can be fetched can be asked after. */
  const answer = (path: string, handler: (req: Request, res: Response) => Promise<void>): void => {
    server.get(path, handler);
    server.head(path, handler);
  };
  const page = (path: string, show: Show): void => {
    answer(path, serve(show));
  };
  page('/', () => ({ page: studentPage }));
  page('/:language', () => ({ page: studentPage }));
  page('/widget', ({ req }) => ({
    page: (site, reader) => widgetPage(site, reader, readLook(req)),
    framing: framedBy(config.sites),
  }));
  page('/widget/unread', () => ({ page: unreadPage, framing: framedBy(config.sites) }));
  page('/widget/demo', () => ({ page: widgetDemo }));
  page('/:language/answers', ({ req }) => ({ page: (site, reader) => answersIndex(site, reader, queryOf(req)) }));
  page('/:language/answers/:id', ({ req, site }) => {
    const wanted = pagedAnswers(site).find(({ id }) => id === paramOf(req, 'id'));
    return wanted === undefined ? notFound : { page: (_, reader) => answerPage(site, reader, wanted) };
  });
  for (const statement of statements)
    page(`/:language/${statement}`, () => ({ page: (site, reader) => statementPage(site, reader, statement) }));
  server.post('/ask', serve(answerForm(door)));
  answer('/widget.js', async (req, res) => {
    loader(req, res, door.current().speaker);
    return Promise.resolve();
  });
  answer('/robots.txt', async (req, res) => {
    sendText(res, 'text/plain', robots(siteFor(req)));
    return Promise.resolve();
  });
  answer('/sitemap.xml', async (req, res) => {
    const map = sitemap(siteFor(req));
    if (map === null) await serve(() => notFound)(req, res);
    else sendText(res, 'application/xml', map);
  });
  answer('/assets/:file', async (req, res) => {
    if (!assets.send(req, res, paramOf(req, 'file') ?? '')) await serve(() => notFound)(req, res);
  });
  // A person who mistyped an address gets a page; a program what it got before.
  server.on('NotFound', (req: Request, res: Response, _problem: Error, done: () => void) => {
    if (/\btext\/html\b/.test(req.headers.accept ?? '')) void serve(() => notFound)(req, res);
    else done();
  });
}

const notFound: Shown = { status: 404, page: (site, reader) => problemPage(site, reader, 404) };

const statusOf: Partial<Readonly<Record<ErrorCode, number>>> = Object.freeze({
  'limit/rate': 429,
  'input/too-large': 413,
  'input/not-json': 400,
  'state/conflict': 503,
  'storage/failed': 503,
});

function paramOf(req: Request, name: string): string | undefined {
  const value: unknown = (req.params as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === 'string' ? value : undefined;
}

function queryOf(req: Request): string {
  return (requestUrl(req).searchParams.get('q') ?? '').slice(0, 200).trim();
}
