import { readFileSync } from 'node:fs';
import { createContinueLink } from '../channels/direct-line/continue-link.ts';
import { connectMail, type MailConnection } from '../channels/email/connect.ts';
import type { Config } from '../config.ts';
import { dayInFrance } from '../day-in-france.ts';
import type { Prepared } from '../desk/prepare.ts';
import type { Desk } from '../ports/desk.ts';
import type { Log } from '../ports/log.ts';
import type { Storage } from '../storage/open-storage.ts';
import { clock } from './clock.ts';
import { tokenKey } from './from-config.ts';

/** The mail door, where there is a server that takes our letters. */
export function mailDoor(
  config: Config,
  parts: Storage & { readonly desk: Desk; readonly current: () => Prepared; readonly log: Log },
): MailConnection | null {
  const { SMTP_URL, MAIL_FROM, SMTP_RECEIVER_PORT, SMTP_RECEIVER_KEY, SMTP_RECEIVER_CERT } = config;
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return null;
  const publicUrl = config.PUBLIC_URL ?? null;
  const key = tokenKey(config);
  const tls =
    SMTP_RECEIVER_KEY === undefined || SMTP_RECEIVER_CERT === undefined
      ? undefined
      : { key: readFileSync(SMTP_RECEIVER_KEY, 'utf8'), cert: readFileSync(SMTP_RECEIVER_CERT, 'utf8') };
  return connectMail({
    ...parts,
    key,
    clock,
    today: () => dayInFrance(clock()),
    handoversTo: () => config.MAIL_HANDOVERS_TO ?? parts.current().knowledge.desk.contact.email,
    staffRoom: publicUrl === null ? null : `${publicUrl.replace(/\/$/, '')}/staff`,
    continueAt: createContinueLink(key, clock, publicUrl),
    config: {
      smtpUrl: SMTP_URL,
      from: MAIL_FROM,
      mode: config.MAIL_MODE,
      forwarders: config.MAIL_FORWARDERS,
      webForms: config.MAIL_WEB_FORMS,
      authenticationServer: config.MAIL_AUTH_SERVER,
      dailyMost: config.MAIL_DAILY_LIMIT,
      imapUrl: config.IMAP_URL ?? null,
      handledFolder: config.IMAP_HANDLED_FOLDER,
      receiver: SMTP_RECEIVER_PORT === undefined ? null : { port: SMTP_RECEIVER_PORT, host: config.HOST, tls },
    },
  });
}
