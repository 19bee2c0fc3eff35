import { itemOf, type Entry, type Item } from './guidance.ts';
import type { Law } from './law.ts';
import type { OpenPoint, Remark } from './remarks.ts';

/** What no source settles, both sides of it, and whom to ask (the sheet's list of what could not be verified). */
export function openPointsOf(remarks: readonly Remark[], law: Law): readonly Item[] {
  const ids = new Set(remarks.flatMap(({ open }) => (open === undefined ? [] : [open])));
  return [...ids].map((id) => itemOf('open', id, catalogue[id], law));
}

const catalogue: Readonly<Record<OpenPoint, Entry>> = {
  'language-school': { cites: ['S0-41', 'X-09', 'X-10'] },
  'older-scholar': { cites: ['S1-12', 'S1-16', 'X-07'] },
  'under-scheme-age': { cites: ['X-05'] },
  'older-european': { cites: ['S1-16', 'X-06', 'X-07'] },
  's1-and-card': { cites: ['S3-10', 'X-14'] },
  'provisional-certificate': { cites: ['S4-07', 'X-17'] },
  'quebec-paid-work': { cites: ['X-11', 'X-19'] },
  'uk-card': { cites: ['X-20'], place: 'cleiss' },
  'three-months': { cites: ['S1-14', 'X-08', 'X-17'] },
  'at-age-limit': { cites: ['S1-16', 'X-05'] },
  'card-elsewhere': { cites: ['S2-07', 'S4-03'] },
  'registered-language-school': { cites: ['S4-09', 'X-25'] },
  'working-language-school': { cites: ['X-11'] },
};
