import { performance } from 'node:perf_hooks';
import { decideEligibility, type StudentSituation } from '../../../src/core/eligibility/index.ts';
import { parseQuote, quote } from '../../../src/core/fees/index.ts';
import { parseReimbursement, reimburse } from '../../../src/core/reimbursement/index.ts';
import { percentile } from '../../../src/eval/metrics.ts';
import { tableOf } from '../../../src/eval/report.ts';
import { law, student } from '../../core/eligibility/law.ts';
import { data } from '../../core/scenarios/data.ts';

/** How long a rule takes: eligibility decided and asked about, a quote, a reimbursement; request to answer, in one process. */
export function benchRules(): void {
  const rows = Object.entries(rules).map(([rule, cases]) => {
    const times = measure(cases);
    return [rule, cases.length, micros(percentile(times, 0.5)), micros(percentile(times, 0.99))];
  });
  process.stdout.write(`${tableOf([['rule', 'cases', 'p50, µs', 'p99, µs'], ...rows])}\n`);
}

type Case = () => unknown;

const today = '2026-11-22';

const decided: readonly StudentSituation[] = [
  student({ nationality: 'BR', age: 22, on: today }),
  student({ nationality: 'BR', age: 22, on: '2014-10-01' }),
  student({ nationality: 'ES', ehic: undefined, ehicUntil: '2027-07-31', on: today }),
  student({ nationality: 'GB', ehic: 'full', on: today }),
  student({ nationality: 'CA', insuredIn: 'CA-QC', quebecForm: true, on: today }),
  student({ nationality: 'JP', school: 'other', monthsInFrance: 4, on: '2013-08-01' }),
];

const open = [
  {},
  { on: today },
  { on: today, school: 'higher-education' },
  { on: today, school: 'higher-education', nationality: 'DE' },
  { on: '2018-10-01', nationality: 'CA' },
  { on: '2014-10-01', school: 'higher-education', nationality: 'BR' },
] as readonly StudentSituation[];

const rules: Readonly<Record<string, readonly Case[]>> = {
  'eligibility, decided': decided.map((situation) => () => decideEligibility(situation, law)),
  'eligibility, what to ask next': open.map((situation) => () => decideEligibility(situation, law)),
  quote: [
    [{ product: 'tranquillite', term: 'P3M' }],
    [{ product: 'tranquillite', term: 'P3M' }, { product: 'rc' }],
    [{ product: 'tranquillite', term: 'P1M', times: 12 }],
  ].map((items) => () => {
    const parsed = parseQuote({ items, on: today });
    return parsed.kind === 'parsed' && quote(parsed.value, data.offers, data.grounds);
  }),
  reimbursement: [
    { act: 'gp', on: today },
    { act: 'gp', on: today, visits: 6, paidThisYear: '45.00', charged: '35.00' },
    { act: 'hospital-day', on: '2017-12-31', until: '2026-03-01' },
  ].map((request) => () => {
    const parsed = parseReimbursement(request);
    return parsed.kind === 'parsed' && reimburse(parsed.value, data);
  }),
};

const warmUp = 2_000;
const rounds = 5_000;

/** Milliseconds of each call after the warm-up, the cases in turn. */
function measure(cases: readonly Case[]): readonly number[] {
  for (let round = 0; round < warmUp; round++) for (const run of cases) run();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const run of cases) {
      const start = performance.now();
      run();
      times.push(performance.now() - start);
    }
  }
  return times;
}

function micros(milliseconds: number): string {
  return (milliseconds * 1_000).toFixed(1);
}
