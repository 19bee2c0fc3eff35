import { groupsIn, type Case } from './case.ts';
import { itemOf, type Entry, type Item } from './guidance.ts';
import type { RowId } from './row.ts';
import { known } from './situation.ts';

/** Papers to gather, by the step of the way at which they are asked for. */
export type Documents = { readonly step: number; readonly items: readonly Item[] };

export function documentsOf(subject: Case): readonly Documents[] {
  return (byRow[subject.row.id] ?? none)(subject).map((papers, index) => ({
    step: index + 1,
    items: papers.map((id) => itemOf('paper', id, catalogue[id], subject.law)),
  }));
}

const catalogue = {
  'personal-data': { cites: ['S4-10', 'S2-11'] },
  identity: { cites: ['S4-11', 'S3-12', 'X-24'] },
  'student-visa': { cites: ['S4-12', 'S3-13'] },
  'long-stay-visa': { cites: ['X-15', 'S4-12'] },
  'enrolment-certificate': { cites: ['S4-13', 'S3-14', 'X-24'] },
  s1: { cites: ['S3-10', 'X-15'] },
  'proof-of-resources': { cites: ['X-15', 'X-16'] },
  'civil-status': { cites: ['S4-15', 'S4-16', 'S3-16', 'X-24'] },
  'residence-permit': { cites: ['S4-17', 'S3-17', 'X-24'] },
  'bank-details': { cites: ['S4-18', 'S3-15', 'S2-12', 'X-24'] },
  'parental-authorisation': { cites: ['S4-19', 'X-24'] },
  'country-documents': { cites: ['S4-20'] },
  'european-card': { cites: ['S3-09', 'S4-06', 'S1-04'] },
  'care-form': { cites: ['S4-38'] },
  'claim-copies': { cites: ['S4-39'] },
  'quebec-form': { cites: ['S1-07', 'S1-08', 'X-19'] },
  'quebec-form-studies': { cites: ['S1-07', 'X-19'] },
  'quebec-form-exchange': { cites: ['S1-08', 'X-19'] },
  'scholarship-proof': { cites: ['S1-11', 'X-04'] },
  'work-contract': { cites: ['X-04', 'X-11'] },
  'private-policy': { cites: ['X-17', 'S1-17'] },
  'provisional-certificate': { cites: ['S4-07', 'X-17'] },
  'request-form': { cites: ['S0-33', 'S0-36'] },
  'student-card': { cites: ['S0-38', 'S0-31'] },
  'cmu-form': { cites: ['S0-45'] },
  'rights-form': { cites: ['X-10', 'S0-45'] },
  'income-declaration': { cites: ['S0-45'] },
  'passport-copy': { cites: ['S0-46'] },
  'residence-title': { cites: ['S0-47'] },
  'proof-of-residence': { cites: ['S0-48'] },
  'previous-cover': { cites: ['S0-49'] },
} as const satisfies Record<string, Entry>;
export type Paper = keyof typeof catalogue;

type Stages = (subject: Case) => readonly (readonly Paper[])[];

const none: Stages = () => [];
const card: Stages = () => [['european-card'], ['care-form', 'claim-copies']];
const residence: readonly Paper[] = ['passport-copy', 'residence-title', 'proof-of-residence', 'previous-cover'];
const cmu: Stages = () => [['cmu-form', 'income-declaration', ...residence]];
const puma: Stages = () => [['rights-form', 'income-declaration', ...residence]];
const privatePolicy: Stages = () => [['private-policy']];

/** From afar: the visa first, its validation or the permit to finish (C-19). */
const platform: Stages = () => [
  ['personal-data'],
  ['identity', 'student-visa', 'enrolment-certificate'],
  ['civil-status', 'residence-permit', 'bank-details', 'parental-authorisation', 'country-documents'],
];
const platformFromBritain: Stages = () => [
  ['personal-data'],
  ['identity', 'long-stay-visa', 'enrolment-certificate'],
  ['civil-status', 'residence-permit', 'bank-details', 'parental-authorisation', 'country-documents'],
];
/** Europeans need neither visa nor permit. */
function platformForEuropeans(...own: readonly Paper[]): Stages {
  return () => [
    ['personal-data'],
    ['identity', 'enrolment-certificate', ...own],
    ['civil-status', 'bank-details', 'parental-authorisation', 'country-documents'],
  ];
}

const quebec: Stages = ({ situation }) => {
  const exchange = known(situation.exchange);
  if (exchange === undefined) return [['quebec-form']];
  return [[exchange ? 'quebec-form-exchange' : 'quebec-form-studies']];
};
const quebecIfInsuredThere: Stages = (subject) => (groupsIn(subject).has('QC') ? quebec(subject) : []);

const byRow: Partial<Record<RowId, Stages>> = {
  D01: card,
  D02: () => [['request-form'], ['student-card']],
  D03: cmu,
  D04: puma,
  D06: () => [['work-contract']],
  D07: card,
  D08: quebec,
  D09: () => [['scholarship-proof']],
  D11: () => [['european-card', 'private-policy']],
  D12: privatePolicy,
  D13: cmu,
  D14: privatePolicy,
  D15: puma,
  D16: quebecIfInsuredThere,
  D17: quebecIfInsuredThere,
  D18: quebecIfInsuredThere,
  D21: () => [['work-contract', 'identity', 'bank-details']],
  D22: card,
  D23: platformForEuropeans('s1'),
  D24: platformForEuropeans('european-card'),
  D25: platformForEuropeans('proof-of-resources'),
  D26: () => [['provisional-certificate']],
  D27: quebec,
  D28: privatePolicy,
  D29: platform,
  D30: platformFromBritain,
  D31: platformFromBritain,
};
