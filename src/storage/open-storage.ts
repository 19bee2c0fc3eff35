import type { Addresses } from '../ports/addresses.ts';
import type { Announcements } from '../ports/announcements.ts';
import type { Annotations } from '../ports/annotations.ts';
import type { Audit } from '../ports/audit.ts';
import type { Conversations } from '../ports/conversations.ts';
import type { Drafts } from '../ports/drafts.ts';
import type { Emergencies } from '../ports/emergencies.ts';
import type { Journal, Written } from '../ports/journal.ts';
import type { Letters } from '../ports/letters.ts';
import type { Mailboxes } from '../ports/mailboxes.ts';
import type { MailCodes } from '../ports/mail-codes.ts';
import type { Corrections } from '../ports/corrections.ts';
import type { KnowledgeChanges } from '../ports/knowledge-changes.ts';
import type { DangerContent, HandoverContent, Outbox } from '../ports/outbox.ts';
import type { Numbers } from '../ports/numbers.ts';
import type { Work } from '../ports/work.ts';
import type { Queue } from '../ports/queue.ts';
import type { RefusedMails } from '../ports/refused-mails.ts';
import type { Revocations } from '../ports/revocations.ts';
import type { PersonalData } from '../ports/personal-data.ts';
import type { SavedReplies } from '../ports/saved-replies.ts';
import type { Search } from '../ports/search.ts';
import type { Staff } from '../ports/staff.ts';
import type { SecondThoughts } from '../ports/second-thoughts.ts';
import type { Utterances } from '../ports/utterances.ts';
import { createAddresses } from './addresses.ts';
import { createAnnotations } from './annotations.ts';
import { overPostgres, withinProcess } from './announcements.ts';
import { createAudit } from './audit.ts';
import { createCipher, type Cipher } from './cipher.ts';
import { createConversations, type Announcing } from './conversations.ts';
import { createCorrections } from './corrections.ts';
import { createDrafts } from './drafts.ts';
import { createEmergencies } from './emergencies.ts';
import { createJournal } from './journal.ts';
import { createKnowledgeChanges } from './knowledge-changes.ts';
import { createKeyPrints, type KeyPrints } from './key-prints.ts';
import { keptDeliveryKey } from './keys.ts';
import { createLetters } from './letters.ts';
import { createMailboxes } from './mailboxes.ts';
import { createMailCodes } from './mail-codes.ts';
import { openMigrated, type DatabaseAddress, type OpenDatabase } from './open-database.ts';
import { createOutbox, putDelivery } from './outbox.ts';
import { createPersonalData } from './personal-data.ts';
import { createSecondThoughts } from './second-thoughts.ts';
import { createNumbers } from './numbers.ts';
import { createWork } from './work.ts';
import { createQueue } from './queue.ts';
import { createRefusedMails } from './refused-mails.ts';
import { createRevocations } from './revocations.ts';
import { createSavedReplies } from './saved-replies.ts';
import { createSearch } from './search.ts';
import { createStaff } from './staff.ts';
import { createUtterances } from './utterances.ts';
import { storageFailed } from './stored.ts';
import { createWriteHealth } from './write-health.ts';
import { createWriteSignal } from './write-signal.ts';

export type Storage = {
  readonly conversations: Conversations;
  readonly journal: Journal;
  readonly addresses: Addresses;
  readonly outbox: Outbox;
  readonly utterances: Utterances;
  readonly secondThoughts: SecondThoughts;
  readonly drafts: Drafts;
  readonly letters: Letters;
  readonly mailCodes: MailCodes;
  readonly mailboxes: Mailboxes;
  readonly refusedMails: RefusedMails;
  readonly staff: Staff;
  readonly audit: Audit;
  readonly savedReplies: SavedReplies;
  readonly search: Search;
  readonly queue: Queue;
  readonly emergencies: Emergencies;
  readonly numbers: Numbers;
  readonly work: Work;
  readonly annotations: Annotations;
  readonly knowledgeChanges: KnowledgeChanges;
  readonly corrections: Corrections;
  readonly personalData: PersonalData;
  readonly revocations: Revocations;
  readonly keyPrints: KeyPrints;
  readonly announcements: Announcements;
  /** Calls `put` after each delivery that goes into the outbox within this process. */
  readonly onDelivery: (put: () => void) => void;
  /** @throws AppError storage/failed when the database does not answer, or does not take what is written */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type StorageOptions = {
  /** 32 bytes; without them the key is kept beside the database. */
  readonly deliveryKey?: Uint8Array | undefined;
  /** Puts a delivery for the desk into the outbox with each hand-over, and with danger that is certain. */
  readonly announceHandovers?: { readonly channel: string } | undefined;
  /** Told when processes cannot tell one another for a while: what was written is written all the same. */
  readonly trouble?: ((problem: unknown) => void) | undefined;
  readonly clock?: (() => Date) | undefined;
};

/** Opens the database and brings its schema up to date. @throws AppError storage/failed, config/invalid */
export async function openStorage(address: DatabaseAddress, options: StorageOptions = {}): Promise<Storage> {
  const { trouble = ignored, clock = systemClock } = options;
  const opened = await openMigrated(address, trouble);
  let key: Uint8Array;
  try {
    key = options.deliveryKey ?? keptDeliveryKey(address);
  } catch (cause) {
    await opened.close();
    throw cause;
  }
  const { turn: db, work } = opened;
  const cipher = createCipher(key);
  const signal = createWriteSignal(trouble);
  const writes = createWriteHealth(db, clock);
  const announcements =
    address.kind === 'postgres' ? overPostgres(address.url, db, clock, trouble) : withinProcess(trouble);
  announcements.hear('written', signal.wrote);
  announcements.afterGap(signal.wroteSomewhere);
  const wrote = (conversation: string, upTo: number, entries?: readonly Written[]): void => {
    announcements.tellHere('written', conversation, upTo, entries);
  };
  const erased = (conversation: string): void => {
    announcements.tellHere('erased', conversation, Infinity);
  };
  const linksEnded = (conversation: string): void => {
    announcements.tellHere('links-ended', conversation, Infinity);
  };
  const repeated = (conversation: string): void => {
    announcements.announce('written', conversation).catch(trouble);
  };
  const tell = { wrote, wasPut: signal.wasPut };
  const announce = announcing(cipher, options.announceHandovers?.channel);
  return {
    conversations: createConversations(db, { wrote, repeated, erased, writes }, announce),
    journal: createJournal(db, signal.follow),
    addresses: createAddresses(db, cipher),
    outbox: createOutbox(db, cipher, { wasPut: signal.wasPut, trouble }),
    utterances: createUtterances(db, cipher, tell),
    secondThoughts: createSecondThoughts(db),
    drafts: createDrafts(db, cipher, tell),
    letters: createLetters(db, key),
    mailCodes: createMailCodes(db, key),
    mailboxes: createMailboxes(db),
    refusedMails: createRefusedMails(db, cipher),
    staff: createStaff(db, cipher),
    audit: createAudit(db),
    savedReplies: createSavedReplies(db),
    search: createSearch(work),
    queue: createQueue(db),
    emergencies: createEmergencies(db),
    numbers: createNumbers(work),
    work: createWork(work),
    annotations: createAnnotations(db),
    knowledgeChanges: createKnowledgeChanges(work),
    corrections: createCorrections(db),
    personalData: createPersonalData(work, cipher, erased),
    revocations: createRevocations(db, linksEnded),
    keyPrints: createKeyPrints(work),
    announcements,
    onDelivery: signal.onDelivery,
    ping: () => answering(db, announcements.ping, () => writes.check()),
    async close() {
      await announcements.close();
      await opened.close();
    },
  };
}

/** In the time that a balancer waits for an answer. @throws AppError storage/failed */
async function answering(
  db: OpenDatabase['turn'],
  ping: (() => Promise<void>) | null,
  checkWrites: () => Promise<void>,
): Promise<void> {
  const ask = async (): Promise<void> => {
    await (ping === null ? db.selectFrom('conversations').select('id').limit(1).execute() : ping());
    await checkWrites();
  };
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(new RangeError('No answer in time.'));
  }, pingMs);
  try {
    await Promise.race([ask(), late.promise]);
  } catch (cause) {
    throw storageFailed('The database does not answer.', cause);
  } finally {
    clearTimeout(timer);
  }
}

/** The letter itself is written when it is sent, from the journal: what is erased until then is not in it. */
function announcing(cipher: Cipher, channel: string | undefined): Announcing | null {
  if (channel === undefined) return null;
  return {
    handedOver: (transaction, { conversation, reference, at }) => {
      const content: HandoverContent = { kind: 'handover', reference };
      return putDelivery(transaction, cipher, { id: `handover-${reference}`, conversation, channel, content, due: at });
    },
    inDanger: (transaction, { conversation, turn, ...heard }) => {
      const content: DangerContent = { ...heard, kind: 'danger' };
      const id = `danger-${String(turn)}-${conversation}`;
      return putDelivery(transaction, cipher, { id, conversation, channel, content, due: heard.at });
    },
  };
}

/** Whoever passes no `trouble` does without. */
function ignored(): void {}

function systemClock(): Date {
  return new Date();
}

const pingMs = 2500;
