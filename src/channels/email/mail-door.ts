import type { Day } from '../../core/day.ts';
import type { Prepared } from '../../desk/prepare.ts';
import type { Addresses } from '../../ports/addresses.ts';
import type { Conversations } from '../../ports/conversations.ts';
import type { Desk } from '../../ports/desk.ts';
import type { Drafts } from '../../ports/drafts.ts';
import type { Journal } from '../../ports/journal.ts';
import type { Letters } from '../../ports/letters.ts';
import type { Log } from '../../ports/log.ts';
import type { Outbox } from '../../ports/outbox.ts';
import type { RefusedMails } from '../../ports/refused-mails.ts';
import type { Naming } from './addressee.ts';
import type { MailThread } from './mail-thread.ts';
import type { OwnIds } from './own-ids.ts';

/** What mail is answered with. */
export type MailDoor = {
  readonly desk: Desk;
  readonly conversations: Pick<Conversations, 'load'>;
  readonly journal: Pick<Journal, 'read'>;
  readonly addresses: Addresses;
  readonly outbox: Pick<Outbox, 'put'>;
  readonly drafts: Pick<Drafts, 'put'>;
  readonly refusedMails: Pick<RefusedMails, 'put'>;
  readonly letters: Letters;
  readonly thread: Pick<MailThread, 'read'>;
  readonly current: () => Pick<
    Prepared,
    'takeTurn' | 'redact' | 'inDanger' | 'speaker' | 'hearDanger' | 'knowledge' | 'matcher'
  >;
  readonly ids: OwnIds;
  readonly today: () => Day;
  readonly clock: () => Date;
  readonly log: Log;
  readonly settings: MailSettings;
};

export type MailSettings = Naming & {
  readonly mode: 'auto' | 'draft';
  /** Whose Authentication-Results are believed. */
  readonly authenticationServer: string | undefined;
  /** Letters to one address on one day. */
  readonly dailyMost: number;
};
