import type { Activity, TurnContext } from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import type { Request, Response, Server } from 'restify';
import { AppError, unreachable, type ErrorCode } from '../../core/errors.ts';
import { lazily } from '../../core/lazily.ts';
import { createOrder } from '../../desk/in-order.ts';
import { dayInFrance } from '../../day-in-france.ts';
import { servesOutside } from '../../http/loopback.ts';
import type { Outside } from '../../http/origin.ts';
import { readJsonObject } from '../../http/read-body.ts';
import { retryAfter } from '../../http/retry-after.ts';
import type { Addresses } from '../../ports/addresses.ts';
import type { Conversations } from '../../ports/conversations.ts';
import type { Desk } from '../../ports/desk.ts';
import type { Log } from '../../ports/log.ts';
import type { Outbox, Sender } from '../../ports/outbox.ts';
import type { SecondThoughts } from '../../ports/second-thoughts.ts';
import type { Say } from '../render-text.ts';
import type { DoorAdapter } from './adapter.ts';
import { admitLoopbackOnly, replyToLoopbackOnly } from './admit.ts';
import { createConverse } from './converse.ts';
import { createDelivering } from './deliver.ts';
import { conversationOf, hear } from './hear.ts';
import { createInvoke } from './invoke.ts';
import type { Sdk } from './open-sdk.ts';
import { createOpinions } from './opinions.ts';
import { readActivity } from './read-activity.ts';
import { createRender } from './render.ts';
import { requirePassword, type SdkSettings } from './sdk-settings.ts';

type BotServiceConfig = Outside & {
  /** Null: nobody can prove who they are, so only this machine is let in. */
  readonly appId: string | null;
  readonly settings: SdkSettings;
};

export type BotServiceDoor = {
  readonly desk: Desk;
  readonly conversations: Pick<Conversations, 'answered'>;
  readonly addresses: Addresses;
  readonly outbox: Pick<Outbox, 'put' | 'settle'>;
  readonly secondThoughts: SecondThoughts;
  readonly redact: (text: string) => { readonly text: string };
  readonly say: Say;
  readonly clock: () => Date;
  readonly log: Log;
  readonly config: BotServiceConfig;
};

/**
 * `POST /api/messages`: Teams and every other channel of Azure Bot Service, and the Bot Framework Emulator. `sender` sends
 * what the outbox holds for this channel: what could not be sent at once, and what is said outside a turn.
 */
export function registerBotService(server: Server, door: BotServiceDoor): { readonly sender: Sender } {
  const { log, config } = door;
  requirePassword(config.settings);
  const sdk = lazily(async (): Promise<Sdk> => (await import('./open-sdk.ts')).openSdk(config.settings));
  const inOrder = createOrder();
  const { handle, sender } = assemble(door, sdk);
  if (config.appId === null) log.warn({ code: 'auth/missing' }, `no MicrosoftAppId: /api/messages ${openTo(config)}`);

  const receive = async (req: Request): Promise<Answer> => {
    if (config.appId === null) admitLoopbackOnly(req, config);
    if (!req.contentType().includes('json'))
      throw new AppError('input/not-json', 'Send an activity as application/json.');
    const activity = readActivity(await readJsonObject(req, bodyLimit));
    if (config.appId === null) replyToLoopbackOnly(activity);
    const { adapter, authenticate } = await sdk();
    const authenticated = await authenticate(req, activity);
    return inOrder(conversationOf(activity), () => run(adapter, authenticated, activity, handle));
  };

  server.post('/api/messages', async (req: Request, res: Response) => {
    try {
      const { status, body } = await receive(req);
      res.send(status, body);
    } catch (problem) {
      const { status, code, message } = refusalFor(problem);
      log[status < 500 ? 'warn' : 'error']({ code, status, route: '/api/messages', err: problem }, 'refused');
      if (status === 503) res.header('retry-after', retryAfter);
      res.send(status, { error: { code, message } });
    }
  });
  return { sender: (delivery) => inOrder(delivery.conversation, () => sender(delivery)) };
}

function openTo(config: Outside): string {
  return servesOutside(config)
    ? 'is closed, as PUBLIC_URL or TRUST_PROXY is set'
    : 'takes activities from this machine only, from anybody on it, and replies to this machine only';
}

type Handle = (context: TurnContext, activity: Activity) => Promise<void>;

function assemble(door: BotServiceDoor, sdk: () => Promise<Sdk>): { readonly handle: Handle; readonly sender: Sender } {
  const { clock, log, secondThoughts } = door;
  const render = createRender(door.say);
  const delivering = createDelivering({ ...door, sdk, appId: door.config.appId ?? '', render });
  const converse = createConverse({ ...door, delivering, render });
  const opinions = createOpinions(door);
  const invoke = createInvoke({ ...door, converse, opinions, render });

  const handle: Handle = async (context, activity) => {
    const today = dayInFrance(clock());
    if (activity.type === 'invoke') {
      const answer = await invoke(context, activity, today);
      if (answer !== null) await context.sendActivity({ type: 'invokeResponse', value: answer });
      return;
    }
    const heard = hear(activity, today);
    switch (heard.kind) {
      case 'said':
        return converse.answer(context, activity, heard);
      case 'reacted':
        return opinions.react(heard);
      case 'deleted': {
        const known = await secondThoughts.withdraw(heard.conversation, heard.message);
        log.info({ conversation: heard.conversation, activity: heard.message, known }, 'a message was taken back');
        return;
      }
      case 'nothing':
        return;
      default:
        return unreachable(heard);
    }
  };
  return { handle, sender: (delivery) => delivering.send(delivery) };
}

type Answer = { readonly status: number; readonly body?: unknown };

async function run(
  adapter: DoorAdapter,
  authenticated: AuthenticateRequestResult,
  activity: Activity,
  handle: Handle,
): Promise<Answer> {
  const answer = await adapter.run(authenticated, activity, (context) => handle(context, activity));
  return { status: answer?.status ?? 200, body: answer?.body as unknown };
}

function refusalFor(problem: unknown): { readonly status: number; readonly code: ErrorCode; readonly message: string } {
  if (!(problem instanceof AppError)) {
    return { status: 500, code: 'turn/failed', message: 'The activity could not be handled. Send it again.' };
  }
  return { status: statusOf[problem.code] ?? 500, code: problem.code, message: problem.message };
}

const statusOf: Partial<Readonly<Record<ErrorCode, number>>> = {
  'auth/missing': 401,
  'auth/refused': 403,
  'auth/unavailable': 503,
  'input/invalid': 400,
  'input/not-json': 400,
  'input/too-large': 413,
  'activity/unknown-type': 400,
  'state/conflict': 503,
  'storage/failed': 503,
};

/** Teams sends at most some 100 kB; a student's message of any length below this gets a reply. */
const bodyLimit = 1024 * 1024;
