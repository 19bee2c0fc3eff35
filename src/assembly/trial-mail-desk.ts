import { createAnswerMail } from '../channels/email/answer-mail.ts';
import type { MailOutcome } from '../channels/email/mail-outcome.ts';
import { createMailSender } from '../channels/email/deliver.ts';
import type { MailThread } from '../channels/email/mail-thread.ts';
import { createOwnIds } from '../channels/email/own-ids.ts';
import type { Envelope } from '../channels/email/send-mail.ts';
import type { Day } from '../core/day.ts';
import { createDesk } from '../desk/create-desk.ts';
import type { Prepared } from '../desk/prepare.ts';
import { createPump } from '../desk/pump.ts';
import { longestHold } from '../eval/longest-hold.ts';
import type { NewDraft } from '../ports/drafts.ts';
import type { Log } from '../ports/log.ts';
import { openStorage } from '../storage/open-storage.ts';

type Settings = {
  readonly thread: MailThread;
  /** The desk's own address. */
  readonly own: string;
  readonly mode: 'auto' | 'draft';
  readonly webForms: readonly string[];
  readonly on: Day;
  readonly clock: () => Date;
  readonly log: Log;
};

/** What one mail led to. */
export type MailCame = {
  readonly outcome: MailOutcome;
  /** Letters to who wrote, or drafts of them as they would go out. */
  readonly letters: readonly Envelope[];
  readonly handedOver: boolean;
  /** The longest that everybody else's messages waited for it at once, as processor time. */
  readonly loopMs: number;
};

/** The whole mail door over a desk of its own in memory; letters go nowhere. */
export async function openMailDesk(prepared: Prepared, settings: Settings) {
  const { own, mode, webForms, on, clock, log, thread } = settings;
  const storage = await openStorage(
    { kind: 'sqlite', path: ':memory:', durability: 'NORMAL' },
    { announceHandovers: { channel: 'email' } },
  );
  const desk = createDesk({ ...prepared, conversations: storage.conversations, clock, log });
  const ids = createOwnIds(Buffer.alloc(32, 1), own.slice(own.lastIndexOf('@') + 1));
  const posted: Envelope[] = [];
  const drafted: NewDraft[] = [];
  const drafts: Pick<typeof storage.drafts, 'put'> = {
    put: async (draft) => {
      if ((await storage.drafts.read(draft.id)) === null) drafted.push(draft);
      await storage.drafts.put(draft);
    },
  };
  const parts = { ...storage, drafts, desk, current: () => prepared, today: () => on, clock, log };
  const sender = createMailSender({
    ...parts,
    ids,
    office: {
      post: (mail) => Promise.resolve(posted.push(mail)).then(() => ({ kind: 'sent' })),
      close: () => undefined,
    },
    handoversTo: () => deskItself,
    staffRoom: null,
    continueAt: () => Promise.resolve(null),
  });
  const answerMail = createAnswerMail({
    ...parts,
    ids,
    thread,
    settings: {
      own,
      mode,
      forwarders: [own.slice(own.lastIndexOf('@'))],
      webForms,
      authenticationServer: own.slice(own.lastIndexOf('@') + 1),
      dailyMost: 20,
    },
  });
  const pump = createPump({ outbox: storage.outbox, senders: { email: sender }, clock, log });
  const asLetter = ({ where, language, sections, register, ...draft }: NewDraft) =>
    sender({ ...draft, content: { kind: 'letter', where, language, sections, register }, due: draft.at, attempts: 1 });
  return {
    async mailIn(raw: Buffer): Promise<MailCame> {
      posted.length = 0;
      drafted.length = 0;
      const { value: outcome, ms: loopMs } = await longestHold(() => answerMail(raw));
      await pump.run();
      for (const draft of drafted) await asLetter(draft);
      const toDesk = posted.filter(({ to }) => to === deskItself);
      return {
        outcome,
        letters: posted.filter((mail) => !toDesk.includes(mail)),
        handedOver: toDesk.length > 0,
        loopMs,
      };
    },
    close: () => storage.close(),
  };
}

const deskItself = 'colleagues';
