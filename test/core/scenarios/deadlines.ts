import { deadline, parseDeadline, type Deadline } from '../../../src/core/deadlines/index.ts';
import { refused, type Data, type Scenario } from './data.ts';

export function due(request: Readonly<Record<string, unknown>>, data: Data) {
  const parsed = parseDeadline(request);
  if (parsed.kind === 'invalid') throw new TypeError(JSON.stringify(parsed.errors));
  return deadline(parsed.value, data);
}

type Row = readonly [says: string, about: string, from: string, gives: string, more?: Readonly<Record<string, string>>];

/** the day or days, the rule, the flags */
const rows: readonly Row[] = [
  ['cover begins the day after payment', 'cover-start', '2026-11-22', '2026-11-23 cover-start C-43'],
  ['across the end of a year', 'cover-start', '2026-12-31', '2027-01-01 cover-start C-43'],
  ['across a leap day', 'cover-start', '2028-02-28', '2028-02-29 cover-start C-43'],
  ['the certificate comes three weeks later', 'certificate', '2026-11-22', '2026-12-13 certificate C-37'],
  ['RC of February', 'rc-end', '2013-02-01', '2013-09-30 rc-end '],
  ['RC of 30 September ends that day', 'rc-end', '2013-09-30', '2013-09-30 rc-end '],
  ['RC of 1 October ends the year after', 'rc-end', '2013-10-01', '2014-09-30 rc-end-next-year C-34'],
  ['RC of 31 December', 'rc-end', '2026-12-31', '2027-09-30 rc-end-next-year C-34'],
  ['RC of 1 January', 'rc-end', '2027-01-01', '2027-09-30 rc-end '],
  ['the letter from November on', 'rc-letter', '2026-11-22', '2027-07-30 rc-letter C-34'],
  ['the letter on 29 July', 'rc-letter', '2026-07-29', '2026-07-30 rc-letter C-34'],
  ['on 30 July it is too late for this year', 'rc-letter', '2026-07-30', '2027-07-30 rc-letter C-34'],
  ['CMU after three months', 'cmu-request', '2013-04-10', '2013-07-10 cmu-request.cmu C-05,C-06,C-36'],
  ['the last day of CMU', 'cmu-request', '2015-09-30', '2015-12-30 cmu-request.cmu C-05,C-06,C-36'],
  ['asked for on the first day of PUMa', 'cmu-request', '2015-10-01', '2016-01-01 cmu-request.puma C-05,C-06,C-36'],
  ['the day before the CSS', 'cmu-request', '2019-07-31', '2019-10-31 cmu-request.puma C-05,C-06,C-36'],
  ['the first day of the CSS', 'cmu-request', '2019-08-01', '2019-11-01 cmu-request.puma-and-css C-05,C-06,C-36'],
  ['three months after 30 November', 'cmu-request', '2026-11-30', '2027-02-28 cmu-request.puma-and-css C-05,C-06,C-36'],
  [
    'CMU is decided three to four months later',
    'cmu-decision',
    '2013-04-10',
    '2013-10-10…2013-11-10 cmu-decision.cmu C-05,C-06,C-23,C-36',
  ],
  ['PUMa as well', 'cmu-decision', '2016-01-10', '2016-07-10…2016-08-10 cmu-decision.puma C-05,C-06,C-23,C-36'],
  ['today', 'cmu-decision', '2026-11-22', '2027-05-22…2027-06-22 cmu-decision.puma-and-css C-05,C-06,C-23,C-36'],
  [
    'the final number takes three to six months',
    'final-number',
    '2026-11-22',
    '2027-02-22…2027-05-22 final-number C-23,X-23',
  ],
  ['month ends', 'final-number', '2026-08-31', '2026-11-30…2027-02-28 final-number C-23,X-23'],
  ['the first day of registering online', 'final-number', '2018-09-01', '2018-12-01…2019-03-01 final-number C-23,X-23'],
  [
    'a temporary number works for nine months',
    'temporary-number-end',
    '2026-03-05',
    '2026-12-05 temporary-number-end X-23',
  ],
  ['no such day nine months later', 'temporary-number-end', '2026-05-31', '2027-02-28 temporary-number-end X-23'],
  [
    'a card that ends before the stay',
    'ehic-gap',
    '2027-01-31',
    '2027-02-01 ehic-gap C-08',
    { stayUntil: '2027-06-30' },
  ],
  [
    'a card that ends one day before',
    'ehic-gap',
    '2027-06-29',
    '2027-06-30 ehic-gap C-08',
    { stayUntil: '2027-06-30' },
  ],
  [
    'a card for the stay, but not for the year',
    'ehic-gap',
    '2027-06-30',
    'never ehic-short-of-year C-08',
    { stayUntil: '2027-06-30' },
  ],
  [
    'the day before the academic year ends',
    'ehic-gap',
    '2027-08-30',
    'never ehic-short-of-year C-08',
    { stayUntil: '2027-06-30' },
  ],
  ['a card for the year', 'ehic-gap', '2027-08-31', 'never ehic-no-gap ', { stayUntil: '2027-06-30' }],
  ['the day before', 'final-number', '2018-08-31', 'from: day-from 2018-09-01'],
  ['the day before', 'temporary-number-end', '2018-08-31', 'from: day-from 2018-09-01'],
  ['the first day of the platform', 'temporary-number-end', '2018-09-01', '2019-06-01 temporary-number-end X-23'],
  ['before the first known day', 'certificate', '2010-08-31', 'from: day-from 2010-09-01'],
  ['on the first known day', 'certificate', '2010-09-01', '2010-09-22 certificate C-37'],
  ['before the first known day', 'cmu-request', '2010-08-31', 'from: day-from 2010-09-01'],
  ['on the first known day', 'cmu-request', '2010-09-01', '2010-12-01 cmu-request.cmu C-05,C-06,C-36'],
  ['before the first known day', 'register', '2010-08-31', 'from: day-from 2010-09-01'],
  ['on the first known day', 'register', '2010-09-01', '2010-09-01 register-with-university '],
  ['register at once', 'register', '2026-09-07', '2026-09-07 register C-24'],
  ['the first day of the general scheme', 'register', '2018-09-01', '2018-09-01 register C-24'],
  ['before it, with the university', 'register', '2018-08-31', '2018-08-31 register-with-university '],
];

export const deadlineScenarios: readonly Scenario[] = [
  ...rows.map(([says, about, from, gives, more]) => ({
    says: `${about}, ${says}: ${from} → ${gives}`,
    run: (data: Data) => shown(due({ about, from, ...more }, data)),
    gives,
  })),
  {
    says: 'final-number, the longest wait of which ameli speaks',
    run: (data) => {
      const result = due({ about: 'final-number', from: '2026-11-22' }, data);
      return result.kind === 'dated' ? result.rule.with?.['until'] : result.errors;
    },
    gives: '2027-08-22',
  },
];

function shown(result: ReturnType<typeof deadline>): string {
  if (result.kind === 'unanswerable') return refused(result.errors);
  const { when, rule, flags } = result;
  return `${daysOf(when)} ${rule.key.replace('deadlines:rule.', '')} ${flags.join(',')}`;
}

/** By the name of each kind, so that a misspelt one shows. */
function daysOf(when: Deadline['when']): string {
  switch (when.kind) {
    case 'day':
      return when.day;
    case 'between':
      return `${when.earliest}…${when.latest}`;
    case 'never':
      return 'never';
  }
}
