import { describe, expect, test } from 'vitest';
import type { RowId } from '../../../src/core/eligibility/index.ts';
import { decided, ids, student, type Told } from './law.ts';
import { people } from './people.ts';

const withCard = 'carry-card, claim-by-post, watch-expiry';
const atEnrolment = 'join-at-enrolment, choose-student-mutual';
const online =
  'register-online, send-first-papers, temporary-certificate, send-last-papers, choose-doctor, final-number, ' +
  'open-ameli, ask-carte-vitale';

function steps(told: Told): string {
  return ids(decided(student(told)).steps);
}

describe('what to do next, in order', () => {
  test.each<readonly [RowId, string, string]>([
    ['D01', 'show the card, claim by post, watch its last day', withCard],
    [
      'D02',
      'what to look for, then the steps of the school, cover on the next day, the proof by post',
      'choose-private, get-request-form, fill-request-form, pay-cash-or-cheque, show-student-card, cover-next-day, certificate-by-post',
    ],
    ['D03', 'the CPAM of the residence, then the wait', 'ask-cpam-cmu, wait-for-decision'],
    ['D04', 'the same, and somebody to confirm the kind of school', 'ask-cpam-puma, wait-for-decision, ask-desk'],
    ['D05', 'nothing until August 2019, then the CPAM by itself', 'nothing-until-end, moved-by-itself'],
    ['D06', 'the employer, and no contribution at enrolment', 'tell-employer, tell-enrolment-office'],
    ['D07', 'the card before leaving home', `get-card-before-leaving, ${withCard}`],
    ['D08', 'the form, shown at enrolment', 'show-quebec-form'],
    ['D09', 'the scholarship, shown at enrolment', 'show-scholarship'],
    ['D10', 'somebody must be asked, insured meanwhile', 'ask-desk, take-private-meanwhile'],
    ['D11', 'the same, and a card from home', 'ask-desk, get-card-before-leaving, take-private-meanwhile'],
    ['D12', 'private insurance now, another look at three months', 'take-private, ask-again-after-wait'],
    ['D13', 'the CPAM of the city, then the wait', 'ask-cpam-cmu, wait-for-decision'],
    ['D14', 'private insurance', 'take-private'],
    ['D15', 'the CPAM of the residence, then the wait', 'ask-cpam-puma, wait-for-decision'],
    ['D16', 'the insurer at home may refund; joining is free to choose', 'ask-home-insurer, join-if-wanted'],
    ['D17', 'at university enrolment', atEnrolment],
    ['D18', 'at university enrolment', atEnrolment],
    ['D20', 'no renewal, only updates', 'nothing-to-renew, number-still-temporary, sure-registered, send-updates'],
    ['D21', 'the employer and the CPAM', 'tell-employer, tell-cpam'],
    ['D22', 'show the card, claim by post, watch its last day', withCard],
    ['D23', 'the platform', online],
    ['D24', 'the platform', online],
    ['D25', 'the platform', online],
    [
      'D26',
      'what replaces the card, else private insurance; to be asked',
      'ask-provisional-certificate, private-if-refused, ask-desk',
    ],
    ['D27', 'the form to the CPAM, and the disputed online step', 'give-form-to-cpam, ask-about-online-file'],
    ['D28', 'private insurance before leaving home', 'private-before-leaving'],
    ['D29', 'private insurance until enrolment, then the platform', `private-until-enrolment, ${online}`],
    ['D30', 'the same', `private-until-enrolment, ${online}`],
    ['D31', 'the card to be asked about first', `ask-about-uk-card, private-until-enrolment, ${online}`],
    ['D32', 'the employer, else the contract to the CPAM', 'tell-employer, send-contract, send-talent-file'],
  ])('%s: %s', (row, _, expected) => {
    expect(steps(people[row])).toBe(expected);
  });

  test('a step that is done at one place leads there, another one leads nowhere', () => {
    const urls = Object.fromEntries(decided(student(people.D29)).steps.map((step) => [step.id, step]));
    expect(urls['register-online']?.url).toBe('https://registration.example/');
    expect(urls['open-ameli']?.url).toBe('https://ameli.example/');
    expect(urls['send-first-papers']).not.toHaveProperty('url');
  });
});

describe('the form from Quebec comes first where it would free from the scheme', () => {
  const quebecer = { nationality: 'CA', insuredIn: 'CA-QC', age: 23, on: '2014-10-01' };
  const older = { ...quebecer, age: 31 };
  const resident = { ...older, monthsInFrance: 5 };

  test.each<readonly [string, Told, string]>([
    ['T11 in an exchange', { ...quebecer, exchange: true }, `get-quebec-form-exchange, ${atEnrolment}`],
    ['for studies', { ...quebecer, exchange: false }, `get-quebec-form-studies, ${atEnrolment}`],
    ['not knowing which', quebecer, `get-quebec-form, ${atEnrolment}`],
    ['at 18, though it is free', { ...quebecer, age: 18 }, `get-quebec-form, ${atEnrolment}`],
    ['for two months', { ...quebecer, stayMonths: 2 }, 'get-quebec-form, ask-home-insurer, join-if-wanted'],
    ['T13 at 31', older, 'get-quebec-form, take-private, ask-again-after-wait'],
    ['at 31 with a low income', { ...resident, lowIncome: true }, 'get-quebec-form, ask-cpam-cmu, wait-for-decision'],
    ['at 31 without', resident, 'get-quebec-form, take-private'],
    ['at 31 under PUMa', { ...resident, on: '2016-02-01' }, 'get-quebec-form, ask-cpam-puma, wait-for-decision'],
    ['but not at 15, where nothing is known', { ...quebecer, age: 15 }, 'ask-desk, take-private-meanwhile'],
    ['nor for a scholar', { ...quebecer, frenchGovernmentScholarship: true }, 'show-scholarship'],
    ['nor since the general scheme', { ...quebecer, on: '2026-11-22' }, `private-until-enrolment, ${online}`],
    ['nor for a Canadian insured elsewhere', { ...quebecer, insuredIn: 'CA' }, atEnrolment],
  ])('%s', (_, told, expected) => {
    expect(steps(told)).toBe(expected);
  });
});
