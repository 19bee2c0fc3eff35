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

/** @param url `smtp://user:password@host:587` (STARTTLS where offered), `smtps://…:465` @param from a bare address or `Name <address>` */
export function createPostOffice(url: string, from: string): PostOffice {
  const transport = createTransport(`${url}${url.includes('?') ? '&' : '?'}${patience}`);
  return {
    post: async (mail) => {
      try {
        await transport.sendMail({ ...mail, from });
        return { kind: 'sent' };
      } catch (problem) {
        return sendingOf(problem);
      }
    },
    close() {
      transport.close();
    },
  };
}

/**
 * What an SMTP failure means. A reply code decides where there is one; a connection that broke after the mail was handed
 * over (DATA) leaves open whether it was taken.
 */
export function sendingOf(problem: unknown): Sending {
  const { responseCode, command, code } = problem as { responseCode?: number; command?: string; code?: string };
  if (responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH')
    return { kind: 'failed', code: 'smtp/refused' };
  if (responseCode !== undefined) return { kind: 'again', code: code === 'EAUTH' ? 'smtp/login' : 'smtp/busy' };
  if (command === 'DATA') return { kind: 'uncertain', code: 'smtp/lost' };
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { kind: 'failed', code: 'smtp/refused' };
  return { kind: 'again', code: 'smtp/unreachable' };
}

/** All of it stays below the time after which a claim of the outbox counts as lost. */
const patience = 'connectionTimeout=20000&greetingTimeout=20000&socketTimeout=60000&dnsTimeout=20000';
