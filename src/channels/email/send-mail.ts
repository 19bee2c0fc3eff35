import { Transform } from 'node:stream';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Sending } from '../../ports/outbox.ts';

/** Hands one mail to the SMTP server. */
export type PostOffice = {
  post(mail: Envelope): Promise<Sending>;
  close(): void;
};

export type Envelope = Pick<
  SendMailOptions,
  'to' | 'subject' | 'text' | 'html' | 'messageId' | 'inReplyTo' | 'references' | 'headers'
>;

/**
 * @param url `smtp://user:password@host:587` (STARTTLS where offered), `smtps://…:465`
 * @param from a bare address or `Name <address>`
 */
export function createPostOffice(url: string, from: string): PostOffice {
  const transport = createTransport(`${url}${url.includes('?') ? '&' : '?'}${patience}`);
  // What breaks outside a letter (a connection that is being closed) costs no letter: each is told of its own failure.
  transport.on('error', ignored);
  // The letters of which the server had every byte: if the connection breaks then, it may have taken them.
  const handedOver = new Set<string>();
  transport.use('stream', ({ data, message }, done) => {
    message.transform(() => atEnd(() => handedOver.add(String(data.messageId))));
    done();
  });
  return {
    post: async (mail) => {
      try {
        await transport.sendMail({ ...mail, from });
        return { kind: 'sent' };
      } catch (problem) {
        return sendingOf(problem, handedOver.has(String(mail.messageId)));
      } finally {
        handedOver.delete(String(mail.messageId));
      }
    },
    close() {
      transport.close();
    },
  };
}

function ignored(): void {}

function atEnd(ended: () => void): Transform {
  return new Transform({
    transform(chunk, _encoding, done) {
      done(null, chunk);
    },
    flush(done) {
      ended();
      done();
    },
  });
}

/** What an SMTP failure means: a reply code decides where there is one. */
function sendingOf(problem: unknown, handedOver: boolean): Sending {
  const { responseCode, code } = problem as { responseCode?: number; code?: string };
  if (code === 'EAUTH') return { kind: 'again', code: 'smtp/login' };
  if (responseCode !== undefined && responseCode >= 500) return { kind: 'failed', code: 'smtp/refused' };
  if (responseCode !== undefined) return { kind: 'again', code: 'smtp/busy' };
  if (handedOver) return { kind: 'uncertain', code: 'smtp/lost' };
  return code === 'EENVELOPE' || code === 'EMESSAGE'
    ? { kind: 'failed', code: 'smtp/refused' }
    : { kind: 'again', code: 'smtp/unreachable' };
}

/** All of it stays below the time after which a claim of the outbox counts as lost. */
const patience = 'connectionTimeout=20000&greetingTimeout=20000&socketTimeout=60000&dnsTimeout=20000';
