/**
 * What waits for a colleague. An item is taken by one at a time: of two that press at once one has it, the other is told
 * who. Items are hand-overs (`handover:G-…`) and drafts of letters (`draft:…`).
 */
export type Queue = {
  /** Oldest first; with `closed` the newest. */
  handovers(state: 'open' | 'closed', limit: number): Promise<readonly Handover[]>;
  handover(reference: string): Promise<Handover | null>;
  /** Who has the item now: the one who asks, or the one who was first. */
  take(item: QueueItem, who: Holder, at: string): Promise<Holder>;
  /** Gives it back; nothing happens when somebody else has it. */
  release(item: QueueItem, who: Pick<Holder, 'id'>): Promise<void>;
  holders(items: readonly string[]): Promise<ReadonlyMap<string, Taken>>;
  /** The first answer's hour stays. */
  answered(item: QueueItem, who: Holder, at: string): Promise<void>;
  close(reference: string, who: Holder, at: string): Promise<'closed' | 'not-open'>;
};

/** The conversation is named so that it goes when that is erased. */
export type QueueItem = { readonly item: string; readonly conversation: string };

export type Holder = { readonly id: string; readonly name: string };

export type Taken = {
  readonly holder: Holder | null;
  readonly takenAt: string | null;
  readonly answeredAt: string | null;
  readonly closedAt: string | null;
};

export type Handover = {
  readonly reference: string;
  readonly conversation: string;
  /** ISO 8601. */
  readonly at: string;
  /** `asked`, `misses`, `verify`. */
  readonly reason: string;
  /** What the student had told, as data. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly state: 'open' | 'closed';
  readonly opening: string;
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
