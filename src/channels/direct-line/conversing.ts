import { randomBytes } from 'node:crypto';
import type { Request } from 'restify';
import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import { dayInFrance } from '../../day-in-france.ts';
import { linkOrigin, type Outside } from '../../http/origin.ts';
import { createRateLimit, type Allowance } from '../../http/rate-limit.ts';
import { readJsonObject } from '../../http/read-body.ts';
import { requestUrl } from '../../http/request-url.ts';
import type { Incoming } from '../../conversation/reply.ts';
import type { Answered, Desk, Shown } from '../../ports/desk.ts';
import type { Revocations } from '../../ports/revocations.ts';
import type { Caller, Gate } from './authorize.ts';
import { readWatermark, type History } from './history.ts';
import type { Names } from './name-conversation.ts';
import { filesRefused, readPosted } from './posted.ts';
import { byLink, type Holder, type Tokens } from './token.ts';
import { activityId, openingId, openingShown, shownAgain, turnedShown } from './wire.ts';

type Said = Pick<Incoming, 'id' | 'text' | 'locale' | 'kind'>;
type Answer = { readonly status: number; readonly body: unknown };

/** What each Direct Line route does. Every one throws AppError for what it refuses. */
export type Conversing = Readonly<
  Record<
    'generate' | 'refresh' | 'start' | 'reconnect' | 'activities' | 'post' | 'upload' | 'link' | 'endLinks',
    (req: Request) => Promise<Answer>
  >
>;

export function createConversing(parts: {
  readonly desk: Desk;
  readonly tokens: Tokens;
  readonly gate: Gate;
  readonly history: History;
  readonly revocations: Pick<Revocations, 'endLinks'>;
  readonly languages: () => readonly string[];
  readonly clock: () => Date;
  readonly names: Names;
  readonly config: Outside & { readonly limits: { readonly perConversation: Allowance } };
}): Conversing {
  const { desk, tokens, gate, history, revocations, names, clock, config } = parts;
  const tooOften = createRateLimit(config.limits.perConversation);

  const opened = async (req: Request, holder: Holder, watermark: number) => {
    const { token, expiresIn } = await tokens.issue('chat', holder);
    return {
      conversationId: holder.conversation,
      token,
      expires_in: expiresIn,
      streamUrl: await streamUrl(req, holder, watermark),
    };
  };

  /**
   * The address holds a ticket for this stream alone, good for a minute; never the token. None where nobody told us how we
   * are reached: such a client asks for what is new instead.
   */
  const streamUrl = async (req: Request, holder: Holder, watermark: number): Promise<string | undefined> => {
    const origin = linkOrigin(req, config);
    if (origin === null) return undefined;
    const { token } = await tokens.issue('stream', holder);
    const url = new URL(`/v3/directline/conversations/${holder.conversation}/stream`, origin);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    url.search = new URLSearchParams({ watermark: String(watermark), t: token }).toString();
    return url.href;
  };

  const inConversation = async (req: Request): Promise<Holder> => {
    const conversation = String((req.params as Record<string, unknown>)['id']);
    const holder = holderOf(names, await gate.caller(req), conversation);
    if (holder.conversation !== conversation)
      throw new AppError('auth/refused', 'The token is for another conversation.');
    if (!(await history.exists(conversation))) throw unknownConversation();
    return holder;
  };

  const receive = (conversation: string, said: Said, shown: Shown): Promise<Answered> =>
    desk.receive({ ...said, conversation, channel: 'webchat', on: dayInFrance(clock()) }, shown);

  /** Nobody said it: it takes a position, and clients show nothing for it. In a language that is not spoken nothing turns. */
  const turned = async (conversation: string, { id, language }: { readonly id: string; readonly language: string }) => {
    if (!parts.languages().includes(language))
      throw new AppError('input/not-supported', 'That language is not spoken.');
    const { position } = await receive(conversation, { id, text: '', locale: language, kind: 'language' }, turnedShown);
    return ok({ id: activityId(conversation, position) });
  };

  return {
    async generate(req) {
      const caller = await gate.caller(req);
      const body = Opening.parse(await readJsonObject(req, bytes));
      if (caller.kind === 'token') throw new AppError('auth/refused', 'A token cannot make another: refresh it.');
      const holder =
        body.resume === undefined ? newHolder(names, caller, body.user?.id) : await tokens.verifyReturn(body.resume);
      const { token, expiresIn } = await tokens.issue('chat', holder);
      const resume = await tokens.issue('resume', holder);
      return ok({ conversationId: holder.conversation, token, expires_in: expiresIn, resume: resume.token });
    },

    async refresh(req) {
      const caller = await gate.caller(req);
      if (caller.kind !== 'token') throw new AppError('auth/refused', 'Only a token can be refreshed.');
      const { token, expiresIn } = await tokens.issue('chat', caller);
      return ok({ conversationId: caller.conversation, token, expires_in: expiresIn });
    },

    async start(req) {
      const caller = await gate.caller(req);
      const body = Opening.parse(await readJsonObject(req, bytes));
      const holder = caller.kind === 'token' ? caller : newHolder(names, caller, body.user?.id);
      const known = await history.exists(holder.conversation);
      if (!known) {
        const opening = { id: openingId(holder.conversation), text: '', locale: body.locale, kind: 'join' } as const;
        await receive(holder.conversation, opening, openingShown);
      }
      // Who has no token yet gets what it takes to come back, too.
      const resume = caller.kind === 'token' ? {} : { resume: (await tokens.issue('resume', holder)).token };
      return { status: known ? 200 : 201, body: { ...(await opened(req, holder, 0)), ...resume } };
    },

    async reconnect(req) {
      const holder = await inConversation(req);
      return ok(await opened(req, holder, readWatermark(queryOf(req).get('watermark'))));
    },

    async activities(req) {
      const { conversation, user } = await inConversation(req);
      const { activities, watermark } = await history.since(
        conversation,
        readWatermark(queryOf(req).get('watermark')),
        user,
      );
      return ok({ activities, watermark });
    },

    async post(req) {
      const { conversation, user } = await inConversation(req);
      const wait = tooOften(conversation);
      if (wait > 0) throw new AppError('limit/rate', 'Too many messages in this conversation.', { seconds: wait });
      const posted = readPosted(await readJsonObject(req, bytes));
      if (posted.kind === 'noticed') return ok({ id: `${conversation}|${randomBytes(6).toString('hex')}` });
      if (posted.kind === 'turned') return turned(conversation, posted);
      const { id, text, locale } = posted;
      const from = user === '' ? posted.from : undefined;
      const said = { id, text, locale, kind: 'message' } as const;
      const { position } = await receive(conversation, said, shownAgain({ id, from }));
      return ok({ id: activityId(conversation, position) });
    },

    /** What another device goes on with: the page puts it behind the `#` of its own address. */
    async link(req) {
      const { conversation } = await inConversation(req);
      const { token, expiresIn } = await tokens.issue('link', { conversation, user: byLink });
      return ok({ link: token, expires_in: expiresIn });
    },

    async endLinks(req) {
      const { conversation } = await inConversation(req);
      await revocations.endLinks(conversation, clock().toISOString());
      return ok({});
    },

    async upload(req) {
      await inConversation(req);
      throw filesRefused();
    },
  };
}

/** With a channel secret one may enter what was opened with it; a page without a token may enter nothing. */
function holderOf(names: Names, caller: Caller, conversation: string): Holder {
  switch (caller.kind) {
    case 'token':
      return caller;
    case 'secret':
      if (names.isOf(caller.secret, conversation)) return { conversation, user: '' };
      // As if there were none: who has not opened it does not learn whether somebody did.
      throw unknownConversation();
    case 'trusted-page':
      throw new AppError('auth/missing', 'Send "Authorization: Bearer" with a token.');
  }
}

function unknownConversation(): AppError {
  return new AppError('conversation/unknown', 'There is no such conversation.');
}

function queryOf(req: Request): URLSearchParams {
  return requestUrl(req).searchParams;
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** A page's token names a user of ours; a program with the secret may name its users itself, message by message. */
function newHolder(names: Names, caller: Caller, user: string | undefined): Holder {
  if (caller.kind === 'secret') return { conversation: names.fresh(caller.secret), user: user ?? '' };
  return { conversation: names.fresh(null), user: user ?? `dl_${randomBytes(12).toString('base64url')}` };
}

const Opening = z.looseObject({
  user: z
    .looseObject({ id: z.string().min(1).max(200) })
    .optional()
    .catch(undefined),
  locale: z.string().max(35).optional().catch(undefined),
  resume: z.string().max(2000).optional().catch(''),
});

/** Direct Line's own limit for an activity. */
const bytes = 262_144;
