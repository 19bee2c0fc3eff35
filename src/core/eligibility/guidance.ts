import type { Text } from '../decision.ts';
import type { Case } from './case.ts';
import { holds } from './circumstances.ts';
import { named, type Entry, type Guidance, type Mention, type Remark } from './content.ts';
import type { Law } from './law.ts';

/** A paper, a step or another way: `cites` are facts of the ledger, `url` where it is done. */
export type Item = {
  readonly id: string;
  readonly text: Text;
  readonly cites: readonly string[];
  readonly url?: string;
};

/** What a row names of one kind, as far as it is for this case. */
export function itemsOf(kind: Kind, mentions: readonly Mention[], subject: Case): readonly Item[] {
  const { law } = subject;
  return mentions
    .map((mention) => ({ mention, entry: entryOf(kind, mention.say, law) }))
    .filter(({ mention, entry }) => holds(mention, subject) && holds(entry, subject))
    .map(({ mention, entry }) => itemOf(kind, mention.say, entry, law));
}

/** Papers by the step of the way at which they are asked for. */
export type Documents = { readonly step: number; readonly items: readonly Item[] };

export function documentsOf(papers: readonly (readonly Mention[])[], subject: Case): readonly Documents[] {
  return papers
    .map((stage) => itemsOf('papers', stage, subject))
    .filter((items) => items.length > 0)
    .map((items, index) => ({ step: index + 1, items }));
}

/** What no source settles, both sides of it, and whom to ask (the sheet's list of what could not be verified). */
export function openPointsOf(remarks: readonly Remark[], law: Law): readonly Item[] {
  const ids = new Set(remarks.flatMap(({ open }) => (open === undefined ? [] : [open])));
  return [...ids].map((id) => itemOf('open', id, entryOf('open', id, law), law));
}

/** Where the sentence of each kind stands in the namespace `eligibility`. */
export const phraseOf = { steps: 'step', papers: 'paper', alternatives: 'alternative', open: 'open' } as const;
export type Kind = keyof typeof phraseOf & keyof Guidance;

function entryOf(kind: Kind, id: string, { guidance }: Law): Entry {
  return named(guidance[kind], id, `${kind} of knowledge/guidance.yaml`);
}

function itemOf(kind: Kind, id: string, { facts, place }: Entry, law: Law): Item {
  const url = place && law.places[place]?.url;
  const item = { id, text: { key: `eligibility:${phraseOf[kind]}.${id}` }, cites: facts };
  return url === undefined ? item : { ...item, url };
}
