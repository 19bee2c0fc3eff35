import { groupsIn, type Case } from './case.ts';
import { itemOf, type Entry, type Item } from './guidance.ts';
import type { RowId } from './row.ts';
import { known } from './situation.ts';

/** What to do next, in order. */
export function stepsOf(subject: Case): readonly Item[] {
  return [...quebecFormFirst(subject), ...byRow[subject.row.id]].map((id) =>
    itemOf('step', id, catalogue[id], subject.law),
  );
}

/** Before 2018 somebody insured in Quebec without the form pays like the others: the form comes first. */
function quebecFormFirst(subject: Case): readonly Step[] {
  if (!formWouldHelp.has(subject.row.id) || !groupsIn(subject).has('QC')) return [];
  return [quebecStep(subject)];
}

export function quebecStep({
  situation,
}: Case): 'get-quebec-form' | 'get-quebec-form-studies' | 'get-quebec-form-exchange' {
  const exchange = known(situation.exchange);
  if (exchange === undefined) return 'get-quebec-form';
  return exchange ? 'get-quebec-form-exchange' : 'get-quebec-form-studies';
}

const formWouldHelp: ReadonlySet<RowId> = new Set<RowId>(['D12', 'D13', 'D14', 'D15', 'D16', 'D17', 'D18']);

const catalogue = {
  'carry-card': { cites: ['S2-03', 'S4-06', 'S1-05'] },
  'claim-by-post': { cites: ['S4-38', 'S4-39', 'S4-40', 'X-21'] },
  'watch-expiry': { cites: ['S2-05', 'S3-09'] },
  'get-request-form': { cites: ['S0-33'], place: 'aaa' },
  'fill-request-form': { cites: ['S0-36'] },
  'pay-cash-or-cheque': { cites: ['S0-37'] },
  'show-student-card': { cites: ['S0-38', 'S0-31'] },
  'cover-next-day': { cites: ['S0-32'] },
  'certificate-by-post': { cites: ['S0-39'] },
  'cover-by-residence-later': { cites: ['S0-07', 'S0-41'] },
  'ask-cpam-cmu': { cites: ['S0-44', 'S1-19', 'S0-45'] },
  'ask-cpam-puma': { cites: ['S0-44', 'X-10'] },
  'wait-for-decision': { cites: ['S0-42', 'S0-43'] },
  'nothing-until-end': { cites: ['X-01', 'X-02'] },
  'moved-by-itself': { cites: ['X-01'] },
  'tell-employer': { cites: ['X-11', 'X-22'] },
  'tell-enrolment-office': { cites: ['X-04'] },
  'tell-cpam': { cites: ['X-22', 'X-11'] },
  'get-card-before-leaving': { cites: ['S1-04', 'S1-05'] },
  'get-quebec-form': { cites: ['S1-07', 'S1-08', 'X-19'] },
  'get-quebec-form-studies': { cites: ['S1-07', 'X-19'] },
  'get-quebec-form-exchange': { cites: ['S1-08', 'X-19'] },
  'show-quebec-form': { cites: ['S1-09', 'S1-10'] },
  'show-scholarship': { cites: ['S1-11', 'S1-12'] },
  'ask-desk': { cites: [] },
  'take-private-meanwhile': { cites: ['S0-01', 'X-07'] },
  'take-private': { cites: ['S1-17', 'S0-01'] },
  'ask-again-after-wait': { cites: ['S1-18'] },
  'ask-home-insurer': { cites: ['S1-15'] },
  'join-if-wanted': { cites: ['S1-14', 'S1-24'] },
  'join-at-enrolment': { cites: ['S1-03', 'S1-24'] },
  'choose-student-mutual': { cites: ['S1-24'] },
  'nothing-to-renew': { cites: ['S4-09', 'X-25'] },
  'send-updates': { cites: ['X-25'] },
  'private-until-enrolment': { cites: ['X-18'] },
  'register-online': { cites: ['S3-11', 'S2-10', 'S4-03', 'X-24'], place: 'registration-site' },
  'send-first-papers': { cites: ['S2-11', 'S4-11', 'S4-12', 'S4-13'] },
  'temporary-certificate': { cites: ['S3-18', 'S4-21', 'S2-14', 'S2-17'] },
  'send-last-papers': { cites: ['S4-14', 'S4-22'] },
  'choose-doctor': { cites: ['S4-26', 'S4-31', 'S3-19'] },
  'final-number': { cites: ['S3-20', 'S4-23', 'X-23'] },
  'open-ameli': { cites: ['S4-24', 'S3-23'], place: 'ameli' },
  'ask-carte-vitale': { cites: ['S4-25', 'S3-21', 'S3-22'] },
  'ask-provisional-certificate': { cites: ['S4-07', 'X-17'] },
  'private-if-refused': { cites: ['X-17'] },
  'give-form-to-cpam': { cites: ['X-14', 'X-19'] },
  'ask-about-online-file': { cites: ['X-19'] },
  'private-before-leaving': { cites: ['X-17'] },
  'ask-about-uk-card': { cites: ['X-20'], place: 'cleiss' },
} as const satisfies Record<string, Entry>;
export type Step = keyof typeof catalogue;

const online: readonly Step[] = ['register-online', 'send-first-papers', 'temporary-certificate'];
const afterOnline: readonly Step[] = [
  'send-last-papers',
  'choose-doctor',
  'final-number',
  'open-ameli',
  'ask-carte-vitale',
];
const withCard: readonly Step[] = ['carry-card', 'claim-by-post', 'watch-expiry'];
const atEnrolment: readonly Step[] = ['join-at-enrolment', 'choose-student-mutual'];

const byRow: Readonly<Record<RowId, readonly Step[]>> = {
  D01: withCard,
  D02: [
    'get-request-form',
    'fill-request-form',
    'pay-cash-or-cheque',
    'show-student-card',
    'cover-next-day',
    'certificate-by-post',
  ],
  D03: ['ask-cpam-cmu', 'wait-for-decision'],
  D04: ['ask-cpam-puma', 'wait-for-decision', 'ask-desk'],
  D05: ['nothing-until-end', 'moved-by-itself'],
  D06: ['tell-employer', 'tell-enrolment-office'],
  D07: ['get-card-before-leaving', ...withCard],
  D08: ['show-quebec-form'],
  D09: ['show-scholarship'],
  D10: ['ask-desk', 'take-private-meanwhile'],
  D11: ['ask-desk', 'get-card-before-leaving', 'take-private-meanwhile'],
  D12: ['take-private', 'ask-again-after-wait'],
  D13: ['ask-cpam-cmu', 'wait-for-decision'],
  D14: ['take-private'],
  D15: ['ask-cpam-puma', 'wait-for-decision'],
  D16: ['ask-home-insurer', 'join-if-wanted'],
  D17: atEnrolment,
  D18: atEnrolment,
  D20: ['nothing-to-renew', 'send-updates'],
  D21: ['tell-employer', 'tell-cpam'],
  D22: withCard,
  D23: [...online, ...afterOnline],
  D24: [...online, ...afterOnline],
  D25: [...online, ...afterOnline],
  D26: ['ask-provisional-certificate', 'private-if-refused', 'ask-desk'],
  D27: ['give-form-to-cpam', 'ask-about-online-file'],
  D28: ['private-before-leaving'],
  D29: ['private-until-enrolment', ...online, ...afterOnline],
  D30: ['private-until-enrolment', ...online, ...afterOnline],
  D31: ['ask-about-uk-card', 'private-until-enrolment', ...online, ...afterOnline],
};
