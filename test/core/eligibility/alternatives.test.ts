import { describe, expect, test } from 'vitest';
import type { RowId } from '../../../src/core/eligibility/index.ts';
import { decideEligibility } from '../../../src/core/eligibility/index.ts';
import { decided, ids, law, student, type Told } from './law.ts';
import { people } from './people.ts';

/** What any insurer has to offer first, the desk's own offer last. */
const prices = 'other-insurer, desk-one-month, desk-three-months';
const withCmu = 'other-insurer, cmu-after-wait, desk-one-month, desk-three-months';
const withPuma = 'other-insurer, puma-after-wait, desk-one-month, desk-three-months';

function ways(told: Told): string {
  return ids(decided(student(told)).alternatives);
}

describe('other ways, the better one first', () => {
  test.each<readonly [RowId, string, string]>([
    ['D01', 'a card for the whole stay needs none', ''],
    ['D02', 'private prices, and the CMU after the wait', withCmu],
    ['D03', 'private cover kept until the decision', `keep-private, ${prices}`],
    ['D04', 'private cover kept until the decision', `keep-private, ${prices}`],
    ['D05', 'nothing to do, so no other way', ''],
    ['D06', 'insured by work', ''],
    ['D07', 'a card needs none', ''],
    ['D08', 'the form needs none', ''],
    ['D09', 'covered by the scholarship', ''],
    ['D10', 'not known', ''],
    ['D11', 'a card from home, or what X-07 says', `ask-home-card, private-older-european, ${prices}`],
    ['D12', 'private prices, and the CMU after the wait', withCmu],
    ['D13', 'private cover', `private-cover, ${prices}`],
    ['D14', 'the CMU with a contribution (X-09)', `cmu-with-contribution, ${prices}`],
    ['D15', 'private cover', `private-cover, ${prices}`],
    ['D16', 'joining is itself free to choose', ''],
    ['D17', 'a duty', ''],
    ['D18', 'a duty for whoever is not European', ''],
    ['D20', 'nothing to do', ''],
    ['D21', 'insured by work', ''],
    ['D22', 'a card needs none', ''],
    ['D23', 'a duty', ''],
    ['D24', 'the card renewed in time', 'renew-card'],
    ['D25', 'a card from home', 'ask-home-card'],
    ['D26', 'a card from home, else private prices', `ask-home-card, ${prices}`],
    ['D27', 'the form needs none', ''],
    ['D28', 'private prices', prices],
    ['D29', 'a duty', ''],
    ['D30', 'a duty', ''],
    ['D31', 'a duty', ''],
    ['D32', 'insured by work', ''],
  ])('%s: %s', (row, _, expected) => {
    expect(ways(people[row])).toBe(expected);
  });

  const european = { nationality: 'DE', school: 'other', on: '2013-04-01' };
  const quebecer = { nationality: 'CA', insuredIn: 'CA-QC', on: '2026-11-22' };

  test.each<readonly [string, Told, string]>([
    [
      'a European card that ends too soon at a language school is the cheapest to mend',
      { ...european, ehic: 'partial' },
      `renew-card, provisional-certificate, ${withCmu}`,
    ],
    ['a European without a card asks for one', european, `ask-home-card, ${withCmu}`],
    ['somebody whose nationality is not told may be no European', { ...people.D02, nationality: undefined }, withCmu],
    ['on the last day of the CMU', { ...people.D02, on: '2015-12-31' }, withCmu],
    ['on the first day of PUMa', { ...people.D02, on: '2016-01-01' }, withPuma],
    ['an older student under PUMa', { ...people.D12, on: '2016-02-01' }, withPuma],
    [
      'a European without a card in the student scheme (X-06)',
      { ...people.D18, nationality: 'IT' },
      'ask-home-card, private-exempted',
    ],
    ['the scheme, for a nationality that is not told', { ...people.D18, nationality: undefined }, ''],
    ['a short stay with a card that ends too soon', { ...people.D26, ehic: 'partial' }, `renew-card, ${prices}`],
    ['Quebec without the form for two months', { ...quebecer, stayMonths: 2 }, `get-quebec-form, ${prices}`],
    ['Quebec without the form for a year', { ...quebecer, exchange: true }, 'get-quebec-form-exchange'],
    ['Quebec without the form, no exchange', { ...quebecer, exchange: false }, 'get-quebec-form-studies'],
  ])('%s', (_, told, expected) => {
    expect(ways(told)).toBe(expected);
  });

  test.each(['D02', 'D11', 'D12', 'D26', 'D28'] as const)('%s at a desk that sells nothing names no price', (row) => {
    const sold = decideEligibility(student(people[row]), { ...law, desk: { offers: null } });
    expect(JSON.stringify(sold)).toContain('"other-insurer"');
    expect(JSON.stringify(sold)).not.toMatch(/desk-one-month|desk-three-months|pay-cash-or-cheque|request-form/);
  });
});
