import { ConfigurationBotFrameworkAuthentication, type Activity } from 'botbuilder';
import type { Request, Response, Server } from 'restify';
import { AppError, type ErrorCode } from '../../core/errors.ts';
import { dayIn } from '../../http/paris-day.ts';
import { readJsonObject } from '../../http/read-body.ts';
import type { Desk } from '../../ports/desk.ts';
import type { Log } from '../../ports/log.ts';
import { toActivity } from '../render-activity.ts';
import { DoorAdapter } from './adapter.ts';
import { admitLoopbackOnly, authenticate } from './admit.ts';
import { incomingOf, readActivity } from './read-activity.ts';

type BotServiceConfig = {
  /** Null: nobody can prove who they are, so only this machine is let in. */
  readonly appId: string | null;
  /** The SDK's own settings, by its own names, `MicrosoftAppId` included. */
  readonly settings: Readonly<Record<string, string>>;
};

type Door = {
  readonly desk: Desk;
  readonly clock: () => Date;
  readonly log: Log;
  readonly config: BotServiceConfig;
};

/** `POST /api/messages`: Teams and every other channel of Azure Bot Service, and the Bot Framework Emulator. */
export function registerBotService(server: Server, door: Door): void {
  const { log, config } = door;
  const authentication = new ConfigurationBotFrameworkAuthentication(config.settings);
  const adapter = new DoorAdapter(authentication);
  if (config.appId === null) {
    log.warn(
      { code: 'auth/missing' },
      'no MicrosoftAppId: /api/messages takes activities from this machine only, from anybody on it',
    );
  }

  const receive = async (req: Request): Promise<Answer> => {
    if (config.appId === null) admitLoopbackOnly(req);
    if (!req.contentType().includes('json'))
      throw new AppError('input/not-json', 'Send an activity as application/json.');
    const activity = readActivity(await readJsonObject(req, bodyLimit));
    const authenticated = await authenticate(authentication, req, activity);
    return run(door, adapter, authenticated, activity);
  };

  server.post('/api/messages', async (req: Request, res: Response) => {
    try {
      const { status, body } = await receive(req);
      res.send(status, body);
    } catch (problem) {
      const { status, code, message } = refusalFor(problem);
      log[status < 500 ? 'warn' : 'error']({ code, status, route: '/api/messages', err: problem }, 'refused');
      res.send(status, { error: { code, message } });
    }
  });
}

type Answer = { readonly status: number; readonly body?: unknown };

async function run(
  { desk, clock }: Door,
  adapter: DoorAdapter,
  authenticated: Parameters<DoorAdapter['run']>[0],
  activity: Activity,
): Promise<Answer> {
  const answer = await adapter.run(authenticated, activity, async (context) => {
    const incoming = incomingOf(activity, dayIn('Europe/Paris', clock()));
    if (incoming === null) return;
    const { replies } = await desk.receive(incoming);
    try {
      await context.sendActivities(replies.map(toActivity));
    } catch (cause) {
      // The answer stands in the journal under the message's id: when the channel sends the message again, it gets it.
      throw new AppError('channel/send-failed', 'The reply could not be sent.', { channel: incoming.channel }, cause);
    }
  });
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
  'channel/send-failed': 502,
  'state/conflict': 503,
  'storage/failed': 503,
};

/** Teams sends at most some 100 kB; a student's message of any length below this gets a reply. */
const bodyLimit = 1024 * 1024;
