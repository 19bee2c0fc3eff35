import type { IncomingMessage } from 'node:http';
import type { Request, Response, Server } from 'restify';
import type { Speaker } from '../../voice/speaker.ts';
import { AppError } from '../../core/errors.ts';
import { acceptedLanguage } from '../../http/accept-language.ts';
import { addressOf, linkOrigin, type Outside } from '../../http/origin.ts';
import { dayInFrance } from '../../day-in-france.ts';
import { createRateLimit, type Allowance } from '../../http/rate-limit.ts';
import { readBody, refuseNested } from '../../http/read-body.ts';
import { requestUrl } from '../../http/request-url.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import type { Log } from '../../ports/log.ts';
import { answer, createEndpoints, json, problemResponse, type ApiResponse } from './answer.ts';
import { allowOrigin, allowPreflight } from './cors.ts';
import type { Endpoint, Say } from './endpoint.ts';
import { openApiDocument } from './openapi.ts';
import { humanPage, pagePolicy } from './page.ts';
import { problem } from './problem.ts';

export type ApiConfig = Outside & {
  /** Origins of pages whose scripts may read the answers; `*` is every page. */
  readonly sites: readonly string[];
  readonly perAddress: Allowance;
  /** Bytes of a request's body. */
  readonly bodyLimit: number;
};

export const apiDefaults = Object.freeze({
  sites: [] as readonly string[],
  publicUrl: null,
  trustProxy: false,
  // Another program of the school may ask for a whole class at once.
  perAddress: Object.freeze({ burst: 120, perSecond: 10 }),
  // The largest basket, twenty items spelt out, is 2 kB.
  bodyLimit: 16_384,
}) satisfies ApiConfig;

export type ApiDoor = {
  /** Asked for at each request: a reload of the knowledge swaps both together. */
  readonly current: () => { readonly knowledge: Knowledge; readonly speaker: Speaker };
  readonly clock: () => Date;
  readonly config: ApiConfig;
  readonly log: Log;
};

/** The JSON API under `/api/v1`: four questions, their OpenAPI document and a page for people. Reads its own bodies. */
export function registerApi(server: Server, door: ApiDoor): void {
  const endpointsOf = createEndpointsOnce();
  const serve = guarded(door, endpointsOf);
  for (const [index, { name }] of endpointsOf(door.current().knowledge).entries()) {
    const path = `${root}/${name}`;
    server.post(
      path,
      serve((req, asked) => ask(index, req, asked, door)),
    );
    server.get(
      path,
      serve((_req, { say }) => notAllowed('POST', say)),
    );
  }
  server.get(
    `${root}/openapi.json`,
    serve((_req, { endpoints, speaker, language }) => json(200, openApiDocument(endpoints, speaker, language))),
  );
  for (const path of [root, `${root}/`]) {
    server.get(
      path,
      serve((req, asked) => page(req, asked, door)),
    );
  }
  server.get(
    `${root}/*`,
    serve((_req, { say }) => problemResponse(problem('not-found', say))),
  );
  server.post(
    `${root}/*`,
    serve((_req, { say }) => problemResponse(problem('not-found', say))),
  );
  server.opts(`${root}/*`, async (req: Request, res: Response) => {
    allowPreflight(req, res, door.config.sites);
    return Promise.resolve();
  });
}

const root = '/api/v1';

/** Made once for each state of the knowledge. */
function createEndpointsOnce() {
  const made = new WeakMap<Knowledge, readonly Endpoint[]>();
  return (knowledge: Knowledge): readonly Endpoint[] => {
    const endpoints = made.get(knowledge) ?? createEndpoints(knowledge);
    made.set(knowledge, endpoints);
    return endpoints;
  };
}

/** What a request is answered with: one state of the knowledge from its first line to its last. */
type Asked = {
  readonly endpoints: readonly Endpoint[];
  readonly speaker: Speaker;
  readonly language: string;
  readonly now: Date;
  readonly say: Say;
};
type Handle = (req: IncomingMessage, asked: Asked) => ApiResponse | Promise<ApiResponse>;

/** What every request passes: the caller's origin, the rate limit, and one catch for what breaks below. */
function guarded({ current, clock, config, log }: ApiDoor, endpointsOf: (knowledge: Knowledge) => readonly Endpoint[]) {
  const tooOften = createRateLimit(config.perAddress);
  return (handle: Handle) =>
    async (req: Request, res: Response): Promise<void> => {
      const now = clock();
      const { knowledge, speaker } = current();
      const language = acceptedLanguage(req.headers['accept-language'], speaker.languages);
      const say: Say = (text) => speaker.text(language, text, dayInFrance(now));
      allowOrigin(req, res, config.sites);
      const wait = tooOften(addressOf(req, config));
      const response =
        wait > 0
          ? problemResponse(problem('rate-limit', say, { filledWith: { count: wait } }))
          : await answered(handle, req, { endpoints: endpointsOf(knowledge), speaker, language, now, say }, log);
      if (wait > 0) res.setHeader('retry-after', String(wait));
      if (response.status === 405) res.setHeader('allow', 'POST');
      send(req, res, response, language);
    };
}

async function answered(handle: Handle, req: Request, asked: Asked, log: Log): Promise<ApiResponse> {
  try {
    return await handle(req, asked);
  } catch (error) {
    if (error instanceof AppError && error.code === 'input/too-large') {
      const { limit } = error.details as { limit: number };
      return problemResponse(problem('too-large', asked.say, { filledWith: { limit } }));
    }
    if (error instanceof AppError && error.code === 'input/not-json')
      return problemResponse(problem('not-json', asked.say));
    const reference = req.id();
    log.error({ code: 'http/failed', path: req.path(), reference, err: error }, 'an API request failed');
    return problemResponse(problem('failed', asked.say, { filledWith: { reference } }));
  }
}

async function ask(index: number, req: IncomingMessage, asked: Asked, door: ApiDoor): Promise<ApiResponse> {
  const body = await readBody(req, door.config.bodyLimit);
  refuseNested(body);
  const { endpoints, speaker, language, now } = asked;
  const endpoint = endpoints[index];
  if (endpoint === undefined) throw new AppError('bug/unreachable', 'An endpoint is gone.', { index });
  const request = { body, language, now, today: dayInFrance(now), calendar: wantsCalendar(req) };
  return answer(endpoint, request, speaker);
}

/** `Accept: text/calendar`, or `?format=ics` where a link is all there is. */
function wantsCalendar(req: IncomingMessage): boolean {
  const query = requestUrl(req).searchParams;
  return query.get('format') === 'ics' || (req.headers.accept ?? '').includes('text/calendar');
}

function page(req: IncomingMessage, { endpoints, speaker, language, now }: Asked, door: ApiDoor): ApiResponse {
  const origin = linkOrigin(req, door.config) ?? 'https://guichet.example';
  const body = humanPage(endpoints, { speaker, language, now, today: dayInFrance(now), origin });
  return { status: 200, type: 'text/html; charset=utf-8', body };
}

function notAllowed(methods: string, say: Say): ApiResponse {
  return problemResponse(problem('method', say, { filledWith: { methods } }));
}

function send(req: IncomingMessage, res: Response, { status, type, body }: ApiResponse, language: string): void {
  // What still comes of a refused body is not waited for.
  if (!req.complete) res.setHeader('connection', 'close');
  res.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'content-language': language,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(type.startsWith('text/html') && { 'content-security-policy': pagePolicy }),
    ...(type.startsWith('text/calendar') && { 'content-disposition': 'attachment; filename="guichet.ics"' }),
  });
  res.end(body);
}

/** Where today is decided. */
