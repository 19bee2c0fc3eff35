import { describe, expect, test } from 'vitest';
import type { RowId } from '../../../src/core/eligibility/index.ts';
import { decided, ids, student, type Told } from './law.ts';
import { people } from './people.ts';

const card = ['european-card', 'care-form, claim-copies'];
const residence = 'passport-copy, residence-title, proof-of-residence, previous-cover';
const cmu = [`cmu-form, income-declaration, ${residence}`];
const puma = [`rights-form, income-declaration, ${residence}`];
const toFinish = 'civil-status, residence-permit, bank-details, parental-authorisation, country-documents';
const toFinishAsEuropean = 'civil-status, bank-details, parental-authorisation, country-documents';

function papers(told: Told): readonly string[] {
  return decided(student(told)).documents.map(({ items }) => ids(items));
}

describe('the papers to gather, by the step that asks for them', () => {
  test.each<readonly [RowId, string, readonly string[]]>([
    ['D01', 'the card, and with each refund the care form and copies', card],
    ['D02', 'the request form, then a proof of being a student', ['request-form', 'student-card']],
    ['D03', 'the CMU form, the income of the year, and four proofs of residence', cmu],
    ['D04', 'the same with the form that opens rights: there is no CMU any more', puma],
    ['D05', 'nothing to do, so nothing to bring', []],
    ['D06', 'the contract that covers the whole year', ['work-contract']],
    ['D07', 'the card, got before arrival', card],
    ['D08', 'the form from Quebec', ['quebec-form']],
    ['D09', 'the proof of the scholarship at enrolment', ['scholarship-proof']],
    ['D10', 'nothing before somebody has looked at it', []],
    ['D11', 'a card, or a private policy', ['european-card, private-policy']],
    ['D12', 'a private policy', ['private-policy']],
    ['D13', 'the papers of the CMU', cmu],
    ['D14', 'a private policy', ['private-policy']],
    ['D15', 'the papers of PUMa', puma],
    ['D16', 'nothing but what enrolment asks for', []],
    ['D17', 'nothing but what enrolment asks for', []],
    ['D18', 'nothing but what enrolment asks for', []],
    ['D20', 'nothing to renew, so nothing to bring', []],
    ['D21', 'what the employer declares by', ['work-contract, identity, bank-details']],
    ['D22', 'the card, and with each refund the care form and copies', card],
    ['D23', 'the S1, and neither visa nor permit', withFirst('identity, enrolment-certificate, s1')],
    ['D24', 'the card that ends too soon', withFirst('identity, enrolment-certificate, european-card')],
    ['D25', 'a proof of resources', withFirst('identity, enrolment-certificate, proof-of-resources')],
    ['D26', 'what replaces the card', ['provisional-certificate']],
    ['D27', 'the form from Quebec', ['quebec-form']],
    ['D28', 'a private policy', ['private-policy']],
    [
      'D29',
      'the visa with the first papers, the permit or the validation to finish',
      ['personal-data', 'identity, student-visa, enrolment-certificate', toFinish],
    ],
    [
      'D30',
      'the long-stay visa of the British',
      ['personal-data', 'identity, long-stay-visa, enrolment-certificate', toFinish],
    ],
    ['D31', 'the same with a card', ['personal-data', 'identity, long-stay-visa, enrolment-certificate', toFinish]],
    [
      'D32',
      'what the CPAM insures an employee by',
      ['work-contract, identity, residence-permit, civil-status, bank-details'],
    ],
  ])('%s: %s', (row, _, expected) => {
    const decision = decided(student(people[row]));
    expect(decision.row).toBe(row);
    expect(decision.documents.map(({ step }) => step)).toEqual(expected.map((_paper, index) => index + 1));
    expect(papers(people[row])).toEqual(expected);
  });

  test('T38: the list of S4-10…20 is cited whole', () => {
    const cites = decided(student(people.D29)).documents.flatMap(({ items }) => items.flatMap((item) => item.cites));
    const listed = Array.from({ length: 11 }, (_, index) => `S4-${10 + index}`).filter((fact) => fact !== 'S4-14');
    expect(cites).toEqual(expect.arrayContaining(listed));
  });
});

describe('the form of somebody insured in Quebec', () => {
  const quebecer = { nationality: 'CA', insuredIn: 'CA-QC', age: 23, on: '2014-10-01' };

  test.each<readonly [string, Told, readonly string[]]>([
    ['in an exchange, SE 401 Q106', { ...people.D27, exchange: true }, ['quebec-form-exchange']],
    ['otherwise SE 401 Q102 bis', { ...people.D27, exchange: false }, ['quebec-form-studies']],
    ['the same in the student scheme', { ...people.D08, exchange: true }, ['quebec-form-exchange']],
    ['to be got, by who should join the scheme', quebecer, ['quebec-form']],
    ['to be got, by who joins it free of charge', { ...quebecer, age: 18, exchange: false }, ['quebec-form-studies']],
    ['to be got, by who may join it', { ...quebecer, stayMonths: 2, exchange: true }, ['quebec-form-exchange']],
    ['not asked of a Canadian insured elsewhere', { ...quebecer, insuredIn: 'CA' }, []],
  ])('%s', (_, told, expected) => {
    expect(papers(told)).toEqual(expected);
  });
});

/** The three stages of the online platform for Europeans, who need neither visa nor permit. */
function withFirst(papersOfStageTwo: string): readonly string[] {
  return ['personal-data', papersOfStageTwo, toFinishAsEuropean];
}
