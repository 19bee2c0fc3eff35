import type { Text } from '../decision.ts';
import type { Law } from './law.ts';

/** A paper, a step or another way: `cites` are facts of the ledger, `url` where it is done. */
export type Item = {
  readonly id: string;
  readonly text: Text;
  readonly cites: readonly string[];
  readonly url?: string;
};

/** What the catalogues hold: facts, and the place of `knowledge/places.yaml` where it is done. */
export type Entry = { readonly cites: readonly string[]; readonly place?: string };

/** An entry as an item; its sentence is the phrase `eligibility:<kind>.<id>`. */
export function itemOf(kind: string, id: string, entry: Entry, law: Law): Item {
  const url = entry.place && law.places[entry.place]?.url;
  const item = { id, text: { key: `eligibility:${kind}.${id}` }, cites: entry.cites };
  return url === undefined ? item : { ...item, url };
}
