import type { Request, Response, Server } from 'restify';
import type { Speaker } from '../voice/speaker.ts';
import { AppError, type ErrorCode } from '../core/errors.ts';
import { linkOrigin, type Outside } from '../http/origin.ts';
import { dayInFrance } from '../day-in-france.ts';
import { answerFault } from '../http/answer-fault.ts';
import type { Allowance } from '../http/rate-limit.ts';
import { requestUrl } from '../http/request-url.ts';
import type { Knowledge } from '../knowledge/schema.ts';
import type { Desk } from '../ports/desk.ts';
import type { Log } from '../ports/log.ts';
import type { Numbers } from '../ports/numbers.ts';
import { answerForm } from './answer-form.ts';
import { loadAssets } from './assets.ts';
import { compressed } from './compress.ts';
import { robots, sitemap } from './crawlers.ts';
import type { Html } from './html.ts';
import { languageOf } from './language.ts';
import { createOftenAsked } from './often-asked.ts';
import { answerPage, answersIndex } from './pages/answers.ts';
import { problemPage } from './pages/problem.ts';
import { statementPage, statements } from './pages/statements.ts';
import { studentPage } from './pages/student.ts';
import { pagedAnswers } from './pages/topics.ts';
import { unreadPage, widgetDemo, widgetPage } from './pages/widget.ts';
import { always, sendPage, type Framing } from './send-page.ts';
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
    sendPage(res, (nonce) => shown.page(site, { language, nonce }), {
      language,
      accepted: acceptedBy(req),
      ...shown,
    });
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

  /** A file that a program reads. */
  const sendText = (type: string, write: (site: Site) => string | null) => async (req: Request, res: Response) => {
    const text = write(siteFor(req));
    if (text === null) return serve(() => notFound)(req, res);
    const { encoding, bytes } = compressed(Buffer.from(text), acceptedBy(req));
    res.writeHead(200, {
      'content-type': `${type}; charset=utf-8`,
      'content-length': bytes.length,
      vary: 'Accept-Encoding',
      ...(encoding !== null && { 'content-encoding': encoding }),
      ...always,
    });
    res.end(bytes);
    return undefined;
  };

  server.get(
    '/',
    serve(() => ({ page: studentPage })),
  );
  server.get('/robots.txt', sendText('text/plain', robots));
  server.get('/sitemap.xml', sendText('application/xml', sitemap));
  server.get(
    '/:language',
    serve(() => ({ page: studentPage })),
  );
  server.get('/widget.js', async (req: Request, res: Response) => {
    loader(req, res, door.current().speaker);
    return Promise.resolve();
  });
  server.get(
    '/widget',
    serve(({ req }) => ({
      page: (site, reader) => widgetPage(site, reader, readLook(req)),
      framing: framedBy(config.sites),
    })),
  );
  server.get(
    '/widget/unread',
    serve(() => ({ page: unreadPage, framing: framedBy(config.sites) })),
  );
  server.get(
    '/widget/demo',
    serve(() => ({ page: widgetDemo })),
  );
  server.post('/ask', serve(answerForm(door)));
  server.get(
    '/:language/answers',
    serve(({ req }) => ({ page: (site, reader) => answersIndex(site, reader, queryOf(req)) })),
  );
  server.get(
    '/:language/answers/:id',
    serve(({ req, site }) => {
      const answer = pagedAnswers(site).find(({ id }) => id === paramOf(req, 'id'));
      return answer === undefined ? notFound : { page: (_, reader) => answerPage(site, reader, answer) };
    }),
  );
  for (const statement of statements) {
    server.get(
      `/:language/${statement}`,
      serve(() => ({ page: (site, reader) => statementPage(site, reader, statement) })),
    );
  }
  server.get('/assets/:file', async (req: Request, res: Response) => {
    if (!assets.send(req, res, paramOf(req, 'file') ?? '')) await serve(() => notFound)(req, res);
  });
  // Whatever is asked for beside: a browser gets a page, a program what it can read.
  server.get('/*', async (req: Request, res: Response) => {
    if (/\btext\/html\b/.test(req.headers.accept ?? '')) await serve(() => notFound)(req, res);
    else answerFault(res, 404, 'input/not-supported');
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

function acceptedBy(req: Request): string {
  return req.headers['accept-encoding']?.toString() ?? '';
}

function queryOf(req: Request): string {
  return (requestUrl(req).searchParams.get('q') ?? '').slice(0, 200).trim();
}
