import { Kysely, PostgresDialect, type Dialect } from 'kysely';
import { Pool } from 'pg';
import { AppError } from '../core/errors.ts';
import type { Addresses } from '../ports/addresses.ts';
import type { Announcements } from '../ports/announcements.ts';
import type { Annotations } from '../ports/annotations.ts';
import type { Audit } from '../ports/audit.ts';
import type { Conversations } from '../ports/conversations.ts';
import type { Drafts } from '../ports/drafts.ts';
import type { Emergencies } from '../ports/emergencies.ts';
import type { Journal } from '../ports/journal.ts';
import type { Letters } from '../ports/letters.ts';
import type { Mailboxes } from '../ports/mailboxes.ts';
import type { MailCodes } from '../ports/mail-codes.ts';
import type { Corrections } from '../ports/corrections.ts';
import type { KnowledgeChanges } from '../ports/knowledge-changes.ts';
import type { DangerContent, HandoverContent, Outbox } from '../ports/outbox.ts';
import type { Numbers } from '../ports/numbers.ts';
import type { Queue } from '../ports/queue.ts';
import type { Revocations } from '../ports/revocations.ts';
import type { PersonalData } from '../ports/personal-data.ts';
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
import { keptDeliveryKey } from './keys.ts';
import { createLetters } from './letters.ts';
import { createMailboxes } from './mailboxes.ts';
import { createMailCodes } from './mail-codes.ts';
import { migrate } from './migrations.ts';
import { createOutbox, putDelivery } from './outbox.ts';
import { createPersonalData } from './personal-data.ts';
import { createSecondThoughts } from './second-thoughts.ts';
import { createNumbers } from './numbers.ts';
import { createQueue } from './queue.ts';
import { createRevocations } from './revocations.ts';
import { createSearch } from './search.ts';
import { sqliteDialect, type Durability } from './sqlite.ts';
import { createStaff } from './staff.ts';
import type { Tables } from './tables.ts';
import { createUtterances } from './utterances.ts';
import { createWriteSignal } from './write-signal.ts';

/** Where the data lies. */
export type DatabaseAddress =
  | { readonly kind: 'sqlite'; readonly path: string; readonly durability: Durability }
  | { readonly kind: 'postgres'; readonly url: string };

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
  readonly staff: Staff;
  readonly audit: Audit;
  readonly search: Search;
  readonly queue: Queue;
  readonly emergencies: Emergencies;
  readonly numbers: Numbers;
  readonly annotations: Annotations;
  readonly knowledgeChanges: KnowledgeChanges;
  readonly corrections: Corrections;
  readonly personalData: PersonalData;
  readonly revocations: Revocations;
  readonly announcements: Announcements;
  /** Calls `put` after each delivery that goes into the outbox within this process. */
  readonly onDelivery: (put: () => void) => void;
  /** @throws AppError storage/failed when the database does not answer */
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
};

/** Opens the database and brings its schema up to date. @throws AppError storage/failed, config/invalid */
export async function openStorage(address: DatabaseAddress, options: StorageOptions = {}): Promise<Storage> {
  const trouble = options.trouble ?? ignored;
  const db = new Kysely<Tables>({ dialect: dialectOf(address, trouble) });
  const signal = createWriteSignal(trouble);
  let key: Uint8Array;
  try {
    key = options.deliveryKey ?? keptDeliveryKey(address);
    await migrate(db);
  } catch (cause) {
    await db.destroy();
    throw cause instanceof AppError ? cause : failed('The database could not be opened.', cause);
  }
  const cipher = createCipher(key);
  const announcements = address.kind === 'postgres' ? overPostgres(address.url, trouble) : withinProcess(trouble);
  announcements.hear('written', signal.wrote);
  const wrote = (conversation: string): void => {
    announcements.announce('written', conversation).catch(trouble);
  };
  const erased = (conversation: string): void => {
    announcements.announce('erased', conversation).catch(trouble);
  };
  const tell = { wrote, wasPut: signal.wasPut };
  const announce = announcing(cipher, options.announceHandovers?.channel);
  return {
    conversations: createConversations(db, wrote, announce, erased),
    journal: createJournal(db, signal.follow),
    addresses: createAddresses(db, cipher),
    outbox: createOutbox(db, cipher, signal.wasPut),
    utterances: createUtterances(db, cipher, tell),
    secondThoughts: createSecondThoughts(db),
    drafts: createDrafts(db, cipher, tell),
    letters: createLetters(db, key),
    mailCodes: createMailCodes(db, key),
    mailboxes: createMailboxes(db),
    staff: createStaff(db, cipher),
    audit: createAudit(db),
    search: createSearch(db),
    queue: createQueue(db),
    emergencies: createEmergencies(db),
    numbers: createNumbers(db),
    annotations: createAnnotations(db),
    knowledgeChanges: createKnowledgeChanges(db),
    corrections: createCorrections(db),
    personalData: createPersonalData(db, cipher, erased),
    revocations: createRevocations(db),
    announcements,
    onDelivery: signal.onDelivery,
    async ping() {
      try {
        await db.selectFrom('conversations').select('id').limit(1).execute();
      } catch (cause) {
        throw failed('The database does not answer.', cause);
      }
    },
    async close() {
      await announcements.close();
      await db.destroy();
    },
  };
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

/** @param trouble told of a connection that was lost while nobody used it: the next query opens another */
export function dialectOf(address: DatabaseAddress, trouble: (problem: unknown) => void = ignored): Dialect {
  if (address.kind === 'sqlite') return sqliteDialect(address.path, address.durability);
  const pool = new Pool({ connectionString: address.url });
  pool.on('error', trouble);
  return new PostgresDialect({ pool });
}

/** Whoever passes no `trouble` does without. */
function ignored(): void {}

function failed(message: string, cause: unknown): AppError {
  return new AppError('storage/failed', message, {}, cause);
}
