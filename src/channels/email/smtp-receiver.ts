import type { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { AppError } from '../../core/errors.ts';
import { networkOf } from '../../http/network-of.ts';
import { createRateLimit } from '../../http/rate-limit.ts';
import type { Log } from '../../ports/log.ts';
import type { AnswerMail } from './answer-mail.ts';
import type { Authentication } from './authentication.ts';
import { mostBytes } from './parse-mail.ts';
import { nobodyWaits, type MailRefusal } from './refusal.ts';

export type ReceiverSettings = {
  readonly port: number;
  readonly host?: string | undefined;
  /** Only mail for this address is taken: nothing is passed on. */
  readonly own: string;
  /** PEM; without them the certificate that comes with the library is used, good for encryption only. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
  /** Mails a sending machine may bring at once, and in the long run. */
  readonly rate: { readonly burst: number; readonly perSecond: number };
};

type Parts = {
  readonly answerMail: AnswerMail;
  readonly authenticationOf: (raw: Buffer, session: SMTPServerSession) => Promise<Authentication>;
  readonly log: Log;
  readonly settings: ReceiverSettings;
};

export type Receiver = { readonly port: number; close(): Promise<void> };

/**
 * Takes mail straight from other servers. A mail is acknowledged when it is answered and kept; what cannot be taken is
 * refused in the SMTP dialogue, so that its sender is told by their own server.
 */
export async function startReceiver(parts: Parts): Promise<Receiver> {
  const { settings, log } = parts;
  let closing = false;
  const tooOften = createRateLimit(settings.rate);
  const server = new SMTPServer({
    banner: 'Guichet',
    authOptional: true,
    disabledCommands: ['AUTH'],
    size: mostBytes,
    maxClients: 20,
    socketTimeout: 60_000,
    closeTimeout: 5000,
    logger: false,
    ...settings.tls,
    onMailFrom: (_address, session, done) => {
      const wait = tooOften(networkOf(session.remoteAddress) ?? 'unknown');
      done(wait > 0 ? refusal(450, `limit/rate: come back in ${wait} seconds`) : null);
    },
    onRcptTo: ({ address }, _session, done) => {
      done(address.toLowerCase() === settings.own ? null : refusal(550, 'mail/not-here: no such mailbox'));
    },
    onData: (stream, session, done) => {
      const failed = (err: unknown): Error => {
        // What is cut off by the desk's own end is no fault: the other server brings it again.
        if (closing) log.warn({ code: 'mail/connection', err }, 'a mail was not handled before the desk closed');
        else
          log.error({ code: err instanceof AppError ? err.code : 'turn/failed', err }, 'a mail could not be handled');
        return refusal(451, 'storage/failed: try again later');
      };
      // The second catch is for `done`: the client may be gone by now.
      take(parts, stream, session).catch(failed).then(done).catch(failed);
    },
  });
  server.on('error', (err: Error) => {
    log.warn({ code: 'mail/connection', err }, 'an SMTP connection broke');
  });
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : settings.port,
    close: () =>
      new Promise((resolve) => {
        closing = true;
        server.close(resolve);
      }),
  };
}

async function take(
  { answerMail, authenticationOf }: Parts,
  stream: Readable & { readonly sizeExceeded?: boolean },
  session: SMTPServerSession,
): Promise<Error | null> {
  const raw = await bytesOf(stream);
  if (raw === null || stream.sizeExceeded === true) return refusal(552, 'mail/too-large: send the text without files');
  const { mailFrom } = session.envelope;
  const envelopeFrom = mailFrom === false ? '' : mailFrom.address;
  const outcome = await answerMail(raw, { envelopeFrom, authentication: () => authenticationOf(raw, session) });
  if (outcome.kind !== 'refused' || takenSilently.has(outcome.code)) return null;
  return refusal(554, `${outcome.code}: this mail is not answered`);
}

/** Null where it was over the limit: the rest is read and thrown away, so that the dialogue can end. */
async function bytesOf(stream: Readable): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += (chunk as Buffer).length;
    if (bytes <= mostBytes) chunks.push(chunk as Buffer);
  }
  return bytes > mostBytes ? null : Buffer.concat(chunks);
}

/** Refusing these would make their server write to somebody, or to a list; a person waits for nothing, or is listed. */
const takenSilently: ReadonlySet<MailRefusal> = new Set([...nobodyWaits, 'mail/unknown-form', 'mail/wants-no-answer']);

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
