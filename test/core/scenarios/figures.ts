import { valueOn, rateNamed } from '../../../src/core/rates.ts';
import { day, euros, type Scenario } from './data.ts';

/**
 * Every figure of the project on the days around each of its changes, transcribed from the sheet and not from the files:
 * `-` before the first value, `?` not known, `x` abolished.
 */
const figures: Readonly<Record<string, string>> = {
  'gp-visit':
    '2007-06-30 - · 2007-07-01 22.00 · 2010-12-31 22.00 · 2011-01-01 23.00 · 2017-04-30 23.00 · 2017-05-01 25.00 · ' +
    '2023-10-31 25.00 · 2023-11-01 26.50 · 2024-12-21 26.50 · 2024-12-22 30.00 · 2026-11-22 30.00',
  'gp-visit-secteur-2': '2010-12-31 - · 2011-01-01 23.00 · 2026-11-22 23.00',
  teleconsultation: '2024-12-21 - · 2024-12-22 25.00',
  'fixed-contribution': '2004-12-31 - · 2005-01-01 1.00 · 2024-05-14 1.00 · 2024-05-15 2.00',
  'fixed-contribution-day-cap': '2004-12-31 - · 2005-01-01 4.00 · 2024-05-14 4.00 · 2024-05-15 8.00',
  'fixed-contribution-day-count': '2004-12-31 - · 2005-01-01 4 · 2026-11-22 4',
  'fixed-contribution-year-cap': '2004-12-31 - · 2005-01-01 50.00 · 2026-11-22 50.00',
  'fixed-contribution-age': '2004-12-31 - · 2005-01-01 18',
  'medical-franchise-box': '2010-08-31 - · 2010-09-01 0.50 · 2024-03-30 0.50 · 2024-03-31 1.00',
  'medical-franchise-act': '2010-08-31 - · 2010-09-01 0.50 · 2024-03-30 0.50 · 2024-03-31 1.00',
  'medical-franchise-transport': '2010-08-31 - · 2010-09-01 2.00 · 2024-03-30 2.00 · 2024-03-31 4.00',
  'medical-franchise-year-cap': '2010-08-31 - · 2010-09-01 50.00',
  'daily-hospital-fee':
    '2009-12-31 - · 2010-01-01 18.00 · 2017-12-31 18.00 · 2018-01-01 20.00 · 2026-02-28 20.00 · 2026-03-01 23.00',
  'daily-psychiatry-fee':
    '2009-12-31 - · 2010-01-01 13.50 · 2017-12-31 13.50 · 2018-01-01 15.00 · 2026-02-28 15.00 · 2026-03-01 17.00',
  'daily-hospital-fee-hours': '2009-12-31 - · 2010-01-01 24',
  'costly-act-threshold': '2010-08-31 - · 2010-09-01 91.00 · 2011-02-22 91.00 · 2011-02-23 120.00',
  'costly-act-share':
    '2010-08-31 - · 2010-09-01 18.00 · 2018-12-31 18.00 · 2019-01-01 24.00 · 2026-03-31 24.00 · 2026-04-01 ? · 2026-04-21 ? · 2026-04-22 32.00',
  'medicine-rate-crossed-white': '2010-08-31 - · 2010-09-01 100',
  'medicine-rate-white': '2010-08-31 - · 2010-09-01 65',
  'medicine-rate-blue': '2010-08-31 - · 2010-09-01 35 · 2011-04-30 35 · 2011-05-01 30',
  'medicine-rate-orange': '2010-08-31 - · 2010-09-01 15',
  'gp-refund-rate': '2007-06-30 - · 2007-07-01 70 · 2026-11-22 70',
  'gp-refund-rate-undeclared': '2008-12-31 - · 2009-01-01 30',
  'gp-duty-age': '2008-12-31 - · 2009-01-01 16',
  'hospital-refund-rate': '2010-08-31 - · 2010-09-01 80',
  'hospital-patient-rate': '2010-08-31 - · 2010-09-01 20',
  'psychiatrist-direct-age': '2010-08-31 - · 2010-09-01 16–25',
  'abortion-weeks': '2022-03-01 - · 2022-03-02 14',
  'accident-declaration-hours': '2015-05-20 - · 2015-05-21 48',
  'accident-tell-hours': '2015-05-20 - · 2015-05-21 24',
  'apl-change': '2026-02-18 - · 2026-02-19 =2026-07-01',
  'cardiologist-visit': '2025-12-31 - · 2026-01-01 52.50',
  'contraception-free-age': '2021-12-31 - · 2022-01-01 26',
  'css-own-request-age': '2021-01-06 - · 2021-01-07 25',
  'dental-checkup-ages': '2025-03-31 - · 2025-04-01 3–24',
  'dental-checkup-care': '2025-03-31 - · 2025-04-01 6',
  'dental-refund-rate': '2010-08-31 - · 2010-09-01 70 · 2023-10-14 70 · 2023-10-15 60',
  'early-scan-rate': '2018-09-27 - · 2018-09-28 70',
  'ehic-certificate-validity': '2010-08-31 - · 2010-09-01 3',
  'ehic-longest': '2014-06-30 - · 2014-07-01 2',
  'ehic-order-days': '2014-06-30 - · 2014-07-01 15',
  'emergency-room-fee-reduced': '2021-12-31 - · 2022-01-01 ? · 2026-02-28 ? · 2026-03-01 9.96',
  'emergency-room-fee': '2021-12-31 - · 2022-01-01 19.61 · 2026-02-28 19.61 · 2026-03-01 23.00',
  'full-refund-rate': '2010-08-31 - · 2010-09-01 100',
  'gynaecologist-visit': '2024-12-21 - · 2024-12-22 37.00 · 2025-12-31 37.00 · 2026-01-01 40.00',
  'minor-age': '2010-08-31 - · 2010-09-01 18',
  'monaco-student-ages': '2018-08-31 - · 2018-09-01 21–28',
  'psychiatrist-visit': '2024-12-21 - · 2024-12-22 50.00 · 2025-12-31 50.00 · 2026-01-01 52.00',
  'psychologist-refund-rate': '2022-04-04 - · 2022-04-05 60',
  'psychologist-session': '2024-06-27 - · 2024-06-28 50.00',
  'psychologist-sessions': '2022-04-04 - · 2022-04-05 8 · 2024-06-14 8 · 2024-06-15 12',
  'refund-claim-limit': '2022-07-12 - · 2022-07-13 2',
  'refund-wait': '2022-07-12 - · 2022-07-13 1',
  'third-party-days': '2020-06-03 - · 2020-06-04 15',
  'sti-test-free-age': '2024-08-31 - · 2024-09-01 26',
  'student-psychologist-sessions': '2022-08-31 - · 2022-09-01 8 · 2024-06-30 8 · 2024-07-01 12',
  'talent-registration-wait': '2021-08-31 - · 2021-09-01 6–10',
  'vitale-app-check': '2025-11-17 - · 2025-11-18 48',
  'vitale-app-start': '2023-05-31 - · 2023-06-01 =2025-11-18',
  'mutuelle-share': '2010-08-31 - · 2010-09-01 30',
  'student-contribution':
    '2010-08-31 - · 2010-09-01 200.00 · 2011-08-31 200.00 · 2011-09-01 203.00 · 2012-08-31 203.00 · 2012-09-01 207.00 · ' +
    '2013-08-31 207.00 · 2013-09-01 211.00 · 2014-08-31 211.00 · 2014-09-01 213.00 · 2015-08-31 213.00 · 2015-09-01 215.00 · ' +
    '2016-09-01 215.00 · 2017-08-31 215.00 · 2017-09-01 217.00 · 2018-08-31 217.00 · 2018-09-01 x · 2026-11-22 x',
  'student-free-age': '2010-08-31 - · 2010-09-01 20 · 2018-08-31 20 · 2018-09-01 x',
  'student-scheme-age-limit': '2010-08-31 - · 2010-09-01 28 · 2018-08-31 28 · 2018-09-01 x',
  'student-scheme-lowest-age': '2010-08-31 - · 2010-09-01 16 · 2018-08-31 16 · 2018-09-01 x',
  cvec:
    '2018-06-30 - · 2018-07-01 90.00 · 2019-08-31 90.00 · 2019-09-01 91.00 · 2020-08-31 91.00 · 2020-09-01 92.00 · 2022-08-31 92.00 · ' +
    '2022-09-01 95.00 · 2023-08-31 95.00 · 2023-09-01 100.00 · 2024-08-31 100.00 · 2024-09-01 103.00 · 2025-08-31 103.00 · ' +
    '2025-09-01 105.00 · 2027-08-31 105.00 · 2027-09-01 ?',
  'css-free-ceiling':
    '2019-10-31 - · 2019-11-01 8951.00 · 2020-03-31 8951.00 · 2020-04-01 9032.00 · 2021-03-31 9032.00 · 2021-04-01 9041.00 · 2022-03-31 9041.00 · 2022-04-01 9203.00 · 2022-06-30 9203.00 · 2022-07-01 9571.00 · 2023-03-31 9571.00 · 2023-04-01 9719.00 · 2024-03-31 9719.00 · 2024-04-01 10166.00 · 2025-03-31 10166.00 · 2025-04-01 10339.00 · 2026-03-31 10339.00 · 2026-04-01 ?',
  'css-participation-young-alsace': '2019-10-31 - · 2019-11-01 2.80',
  'css-own-age': '2019-10-31 - · 2019-11-01 25',
  'apl-scholarship-rule': '2026-06-30 - · 2026-07-01 =2026-07-01',
  'css-participation-ceiling':
    '2020-03-31 - · 2020-04-01 12193.00 · 2021-03-31 12193.00 · 2021-04-01 ? · 2024-03-31 ? · 2024-04-01 13724.00 · 2025-03-31 13724.00 · 2025-04-01 13957.00 · 2026-03-31 13957.00 · 2026-04-01 ?',
  'css-participation-young': '2019-10-31 - · 2019-11-01 8.00',
  'css-participation-young-age': '2019-10-31 - · 2019-11-01 30',
  'cmu-free-ceiling':
    '2012-08-31 - · 2012-09-01 9356.00 · 2013-08-31 9356.00 · 2013-09-01 ? · 2013-12-31 ? · 2014-01-01 9601.00 · 2014-12-31 9601.00 · 2015-01-01 ?',
  'cmu-contribution-rate': '2010-08-31 - · 2010-09-01 8 · 2015-12-31 8 · 2016-01-01 x',
  'residence-wait': '2010-08-31 - · 2010-09-01 3',
  'cmu-handling': '2010-08-31 - · 2010-09-01 3–4',
  'home-months': '2007-03-17 - · 2007-03-18 6',
  'short-stay': '2010-08-31 - · 2010-09-01 3',
  'final-number-wait': '2018-08-31 - · 2018-09-01 3–6',
  'final-number-longest': '2018-08-31 - · 2018-09-01 9',
  'certificate-wait': '2010-08-31 - · 2010-09-01 3',
  'eu-student-resources': '2018-08-31 - · 2018-09-01 615.00',
  'parental-authorisation-age': '2010-08-31 - · 2010-09-01 16',
  'student-scheme-end': '2010-08-31 - · 2010-09-01 =2018-08-31',
  'student-scheme-continuing-end': '2010-08-31 - · 2010-09-01 =2019-08-31',
  'general-scheme-start': '2010-08-31 - · 2010-09-01 =2018-09-01',
  'cmu-end': '2010-08-31 - · 2010-09-01 =2015-12-31',
  'puma-start': '2010-08-31 - · 2010-09-01 =2016-01-01',
  'css-start': '2010-08-31 - · 2010-09-01 =2019-11-01',
  'desk-longest-term': '2010-08-31 - · 2010-09-01 3',
  'renewal-years-named-first': '2010-08-31 - · 2010-09-01 =2019-09-01',
  'renewal-years-named-last': '2010-08-31 - · 2010-09-01 =2021-08-31',
  'temporary-number-validity': '2018-08-31 - · 2018-09-01 9',
  'visa-insurance-cover': '2010-08-31 - · 2010-09-01 30000.00',
  'adult-age': '2015-12-31 - · 2016-01-01 18',
  'ald-refund-rate': '2011-01-18 - · 2011-01-19 100',
  'cover-after-permit': '2019-12-31 - · 2020-01-01 6',
  'glasses-frame-ceiling': '2019-12-31 - · 2020-01-01 30.00',
  'glasses-renewal': '2019-12-31 - · 2020-01-01 2',
  'medicines-without-prescription': '2016-07-18 - · 2016-07-19 3',
  'mon-espace-sante-opening': '2021-12-31 - · 2022-01-01 6',
  'mutuelle-cancel-after': '2020-11-30 - · 2020-12-01 1',
  'mutuelle-cancel-notice': '2020-11-30 - · 2020-12-01 1',
  'pregnancy-declaration': '2010-08-31 - · 2010-09-01 3',
  'own-right-age': '2015-12-31 - · 2016-01-01 16',
  'refund-history': '2019-12-31 - · 2020-01-01 27',
  'refusal-fine': '2014-12-23 - · 2014-12-24 15000.00',
  'refusal-prison': '2014-12-23 - · 2014-12-24 6',
  'sick-pay-ceiling': '2026-01-31 - · 2026-02-01 41.95',
  'sick-pay-hours-window': '2015-01-31 - · 2015-02-01 3',
  'sick-pay-hours': '2015-01-31 - · 2015-02-01 150',
  'sick-pay-notice': '2009-12-31 - · 2010-01-01 48',
  'sick-pay-share': '2009-12-31 - · 2010-01-01 50',
  'sick-pay-unpaid': '2009-12-31 - · 2010-01-01 3',
  'vaccine-refund-rate': '2017-12-31 - · 2018-01-01 65',
  'uk-third-country-start': '2010-08-31 - · 2010-09-01 =2021-01-01',
};

export const figureScenarios: readonly Scenario[] = Object.entries(figures).flatMap(([id, days]) =>
  days.split(' · ').map((entry) => {
    const [on = '', shown = ''] = entry.split(' ');
    return {
      says: `${id} on ${on}: ${shown}`,
      run: ({ rates }) => {
        const valued = valueOn(rateNamed(rates, id), day(on));
        return valued.kind === 'known' ? valued.value : valued.kind;
      },
      gives: read(shown),
    } satisfies Scenario;
  }),
);

export const ratesCovered = new Set(Object.keys(figures));

function read(shown: string): unknown {
  const named = { '-': 'before-first', '?': 'unknown', x: 'abolished' }[shown];
  if (named !== undefined) return named;
  if (shown.startsWith('=')) return shown.slice(1);
  if (shown.includes('–')) return shown.split('–').map(Number);
  return shown.includes('.') ? euros(shown) : Number(shown);
}
