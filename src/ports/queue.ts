/**
 * What waits for a colleague. An item is taken by one at a time: of two that press at once one has it, the other is told
 * who. Items are hand-overs (`handover:G-…`) and drafts of letters (`draft:…`).
 */
export type Queue = {
  /** Oldest first; with `closed` the newest. */
  handovers(which: 'open' | 'closed', limit: number): Promise<readonly Handover[]>;
  handover(reference: string): Promise<Handover | null>;
  /** Who has the item now: the one who asks, or the one who was first. */
  take(item: QueueItem, who: Holder, at: string): Promise<Holder>;
  /** They have it now, whoever had it: taken over, or given to them. */
  hand(item: QueueItem, whom: Holder, at: string): Promise<void>;
  /** Gives it back; nothing happens when somebody else has it. */
  release(item: QueueItem, who: Pick<Holder, 'id'>): Promise<void>;
  holders(items: readonly string[]): Promise<ReadonlyMap<string, Taken>>;
  /** The first answer's hour stays; what was kept unsent is gone. */
  answered(item: QueueItem, who: Holder, at: string): Promise<void>;
  close(reference: string, who: Holder, at: string): Promise<'closed' | 'not-open'>;
  reopen(reference: string): Promise<'reopened' | 'not-closed'>;
  note(handover: Pick<Handover, 'reference' | 'conversation'>, note: NewNote): Promise<void>;
  /** Oldest first. */
  notes(handover: Pick<Handover, 'reference' | 'conversation'>): Promise<readonly Note[]>;
  /** Keeps what a colleague has written and not sent; empty, it is forgotten. */
  keepUnsent(item: QueueItem, who: Pick<Holder, 'id'>, text: string, at: string): Promise<void>;
  /** What they have written and not sent; empty where nothing is. */
  unsent(item: string, who: Pick<Holder, 'id'>): Promise<string>;
  /** How many hand-overs wait for this colleague: free ones, and theirs in which the student wrote last. */
  waitingFor(who: Pick<Holder, 'id'>): Promise<number>;
};

/** The conversation is named so that it goes when that is erased. */
export type QueueItem = { readonly item: string; readonly conversation: string };

export type Holder = { readonly id: string; readonly name: string };

export type NewNote = { readonly id: string; readonly by: Holder; readonly at: string; readonly text: string };
export type Note = { readonly name: string; readonly at: string; readonly text: string };

export type Taken = {
  readonly holder: Holder | null;
  readonly takenAt: string | null;
  readonly answeredAt: string | null;
  readonly closedAt: string | null;
};

/** `new`: nobody has it; `taken`: the student waits for whoever does; `waiting`: it was answered, and the student wrote nothing since. */
export type HandoverState = 'new' | 'taken' | 'waiting' | 'closed';

export type Handover = {
  readonly reference: string;
  readonly conversation: string;
  /** ISO 8601. */
  readonly at: string;
  /** `asked`, `misses`, `verify`. */
  readonly reason: string;
  /** What the student had told, as data. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly state: HandoverState;
  readonly holder: Holder | null;
  /** The first answer. */
  readonly answeredAt: string | null;
  /** The student wrote after the last answer. */
  readonly wroteAgain: boolean;
  /** Since when the student waits for an answer; null while they do not. */
  readonly waitsSince: string | null;
  readonly closedAt: string | null;
  readonly opening: string;
  /** What was asked last before it, greetings and thanks left out; null where nothing was. */
  readonly asked: { readonly question: string; readonly intent: string | null } | null;
  readonly channel: string;
  readonly language: string | null;
  /** When the conversation went on last. */
  readonly changedAt: string;
};

export function handoverItem({ reference, conversation }: Pick<Handover, 'reference' | 'conversation'>): QueueItem {
  return { item: `handover:${reference}`, conversation };
}

export function draftItem({ id, conversation }: { readonly id: string; readonly conversation: string }): QueueItem {
  return { item: `draft:${id}`, conversation };
}
