import { groupsIn, valueIn, type Case } from './case.ts';
import { itemOf, type Entry, type Item } from './guidance.ts';
import type { RowId } from './row.ts';
import { quebecStep } from './steps.ts';

/** Other ways than the row's own, the better one first; private prices stand here. */
export function alternativesOf(subject: Case): readonly Item[] {
  return (byRow[subject.row.id] ?? none)(subject).map((id) => itemOf('alternative', id, catalogue[id], subject.law));
}

const catalogue = {
  'renew-card': { cites: ['S3-09', 'S4-07', 'X-14'] },
  'provisional-certificate': { cites: ['S4-07', 'X-17'] },
  'ask-home-card': { cites: ['S2-04', 'S1-04'] },
  'desk-one-month': { cites: ['S0-06', 'S0-23', 'S0-31'] },
  'desk-three-months': { cites: ['S0-06', 'S0-24', 'S0-31'] },
  'other-insurer': { cites: ['S0-04'] },
  'cmu-after-wait': { cites: ['S0-07', 'S0-41', 'X-09'] },
  'puma-after-wait': { cites: ['S0-41', 'X-10'] },
  'keep-private': { cites: ['S0-42', 'S0-43'] },
  'private-cover': { cites: ['S1-17'] },
  'private-exempted': { cites: ['X-06'] },
  'private-older-european': { cites: ['X-07'] },
  'cmu-with-contribution': { cites: ['X-09'] },
  'get-quebec-form': { cites: ['S1-07', 'S1-08', 'X-19'] },
  'get-quebec-form-studies': { cites: ['S1-07', 'X-19'] },
  'get-quebec-form-exchange': { cites: ['S1-08', 'X-19'] },
} as const satisfies Record<string, Entry>;
export type Alternative = keyof typeof catalogue;

type Ways = (subject: Case) => readonly Alternative[];

const none: Ways = () => [];
const desk: readonly Alternative[] = ['desk-one-month', 'desk-three-months', 'other-insurer'];

const byRow: Partial<Record<RowId, Ways>> = {
  D02: (subject) => [...firstForEuropeans(subject), ...desk, byResidence(subject)],
  D03: () => ['keep-private', ...desk],
  D04: () => ['keep-private', ...desk],
  D11: () => ['ask-home-card', 'private-older-european', ...desk],
  D12: (subject) => [...desk, byResidence(subject)],
  D13: () => ['private-cover', ...desk],
  D14: () => ['cmu-with-contribution', ...desk],
  D15: () => ['private-cover', ...desk],
  D18: (subject) => (isEuropean(subject) ? ['ask-home-card', 'private-exempted'] : []),
  D24: () => ['renew-card'],
  D25: () => ['ask-home-card'],
  D26: (subject) => [cardFromHome(subject), ...desk],
  D28: (subject) => [...quebecForm(subject), ...desk],
  D29: quebecForm,
};

/** A card that ends too soon is the cheapest to mend: another card, or the provisional certificate. */
function firstForEuropeans(subject: Case): readonly Alternative[] {
  if (!isEuropean(subject)) return [];
  const card = cardFromHome(subject);
  return card === 'renew-card' ? [card, 'provisional-certificate'] : [card];
}

/** Nobody has a card renewed that they do not hold. */
function cardFromHome(subject: Case): 'renew-card' | 'ask-home-card' {
  return valueIn('card', subject) === 'partial' ? 'renew-card' : 'ask-home-card';
}

/** CMU until the end of 2015, PUMa after: never the one for the other. */
function byResidence(subject: Case): Alternative {
  return valueIn('era', subject) === 'E1' ? 'cmu-after-wait' : 'puma-after-wait';
}

function quebecForm(subject: Case): readonly Alternative[] {
  return groupsIn(subject).has('QC') ? [quebecStep(subject)] : [];
}

function isEuropean(subject: Case): boolean {
  const groups = groupsIn(subject);
  return groups.size === 1 && groups.has('EEA');
}
