import { parseQuote, quote } from '../../../src/core/fees/index.ts';
import { formatAmount } from '../../../src/core/money.ts';
import type { Data, Scenario } from './data.ts';

/** A basket as people say it: `P3M`, `P3M×2`, `rc`, joined by ` + `. */
function basket(words: string) {
  return words.split(' + ').map((word) => {
    const [term = '', times] = word.split('×');
    if (term === 'rc') return { product: 'rc' };
    return { product: 'tranquillite', term, ...(times === undefined ? {} : { times: Number(times) }) };
  });
}

export function quoted(words: string, on: string, { offers, grounds }: Data) {
  const parsed = parseQuote({ items: basket(words), on });
  if (parsed.kind === 'invalid') throw new TypeError(JSON.stringify(parsed.errors));
  return quote(parsed.value, offers, grounds);
}

type Row = readonly [says: string, basket: string, on: string, gives: string];

/** total / without bundle / expenses, then each line: product term insurance+expenses from…to */
const rows: readonly Row[] = [
  ['T27: one month', 'P1M', '2013-04-10', '52.00/52.00/10.00 tranquillite P1M 42.00+10.00 2013-04-11…2013-05-10'],
  ['T28: three months', 'P3M', '2013-04-10', '109.00/109.00/10.00 tranquillite P3M 99.00+10.00 2013-04-11…2013-07-10'],
  [
    'T29: three months and RC: 127, not 132',
    'P3M + rc',
    '2026-11-22',
    '127.00/132.00/15.00 tranquillite P3M 99.00+10.00 2026-11-23…2027-02-22 rc until-30-september 13.00+10.00 2026-11-23…2027-09-30',
  ],
  [
    'one month and RC',
    'P1M + rc',
    '2013-04-10',
    '70.00/75.00/15.00 tranquillite P1M 42.00+10.00 2013-04-11…2013-05-10 rc until-30-september 13.00+10.00 2013-04-11…2013-09-30',
  ],
  [
    'F13: three months twice: each purchase has its own expenses',
    'P3M×2',
    '2026-11-22',
    '218.00/218.00/20.00 tranquillite P3M 99.00+10.00 2026-11-23…2027-02-22 tranquillite P3M 99.00+10.00 2027-02-23…2027-05-22',
  ],
  [
    'three months twice and RC: the bundle saves once',
    'P3M×2 + rc',
    '2013-04-10',
    '236.00/241.00/25.00 tranquillite P3M 99.00+10.00 2013-04-11…2013-07-10 tranquillite P3M 99.00+10.00 2013-07-11…2013-10-10 rc until-30-september 13.00+10.00 2013-04-11…2013-09-30',
  ],
  [
    'F14: RC bought in February',
    'rc',
    '2013-02-01',
    '23.00/23.00/10.00 rc until-30-september 13.00+10.00 2013-02-02…2013-09-30',
  ],
  [
    'RC bought on 29 September covers one day',
    'rc',
    '2013-09-29',
    '23.00/23.00/10.00 rc until-30-september 13.00+10.00 2013-09-30…2013-09-30',
  ],
  [
    'RC bought on its last day covers none',
    'rc',
    '2013-09-30',
    '23.00/23.00/10.00 rc until-30-september 13.00+10.00 2013-10-01…2013-09-30',
  ],
  [
    'RC bought on 1 October runs to the next year',
    'rc',
    '2013-10-01',
    '23.00/23.00/10.00 rc until-30-september 13.00+10.00 2013-10-02…2014-09-30',
  ],
  [
    'one and one month follow each other',
    'P1M×2',
    '2026-11-22',
    '104.00/104.00/20.00 tranquillite P1M 42.00+10.00 2026-11-23…2026-12-22 tranquillite P1M 42.00+10.00 2026-12-23…2027-01-22',
  ],
  [
    'three months, then one',
    'P3M + P1M',
    '2026-11-22',
    '161.00/161.00/20.00 tranquillite P3M 99.00+10.00 2026-11-23…2027-02-22 tranquillite P1M 42.00+10.00 2027-02-23…2027-03-22',
  ],
  [
    'a month from the 31st ends with the short month',
    'P1M',
    '2027-01-30',
    '52.00/52.00/10.00 tranquillite P1M 42.00+10.00 2027-01-31…2027-02-28',
  ],
  [
    'a month from 29 January of a leap year ends on the eve of 29 February',
    'P1M',
    '2028-01-28',
    '52.00/52.00/10.00 tranquillite P1M 42.00+10.00 2028-01-29…2028-02-28',
  ],
  [
    'a month from the 31st in a leap year',
    'P1M',
    '2028-01-30',
    '52.00/52.00/10.00 tranquillite P1M 42.00+10.00 2028-01-31…2028-02-29',
  ],
  [
    'paid on the last of a month: whole months',
    'P3M',
    '2027-02-28',
    '109.00/109.00/10.00 tranquillite P3M 99.00+10.00 2027-03-01…2027-05-31',
  ],
  [
    'a short month in between takes nothing from the next',
    'P1M×2',
    '2027-01-30',
    '104.00/104.00/20.00 tranquillite P1M 42.00+10.00 2027-01-31…2027-02-28 tranquillite P1M 42.00+10.00 2027-03-01…2027-03-30',
  ],
  ['paid on 31 December', 'P1M', '2026-12-31', '52.00/52.00/10.00 tranquillite P1M 42.00+10.00 2027-01-01…2027-01-31'],
];

export const feeScenarios: readonly Scenario[] = rows.map(([says, words, on, gives]) => ({
  says,
  run: (data) => shown(quoted(words, on, data)),
  gives,
}));

function shown(result: ReturnType<typeof quote>): string {
  if (result.kind === 'unanswerable') return JSON.stringify(result.errors);
  const amounts = [result.total, result.withoutBundle, result.expenses].map(formatAmount).join('/');
  const lines = result.lines.map(
    ({ product, term, insurance, expenses, from, to }) =>
      `${product} ${term} ${formatAmount(insurance)}+${formatAmount(expenses)} ${from}…${to}`,
  );
  return [amounts, ...lines].join(' ');
}
