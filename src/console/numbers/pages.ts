import { stringify } from 'csv-stringify/sync';
import { dangerDegrees, dangerKinds, type DangerDegree, type DangerKind } from '../../core/danger/index.ts';
import { addDays, day } from '../../core/day.ts';
import { html, type Html } from '../../web/html.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import { transcriptPath } from '../conversations/path.ts';
import { topicName } from '../conversations/filter-form.ts';
import { cluster } from '../misses/cluster.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { table } from '../table.ts';
import { languageNamed, titleOf } from '../title-of.ts';
import { stackedBars } from './chart.ts';
import { dimensions, reportOf, type Dimension, type Report } from './report.ts';
import { spanForm, spanOf } from './span.ts';
import { outcomes, type Tally } from './tally.ts';
import type { Share } from './wilson.ts';

type Needed = Pick<Parts, 'numbers' | 'current'>;

/** How much is asked, what comes of it, and how good the answers are. */
export function numbersPages({ numbers, current }: Needed): readonly Page[] {
  return [
    {
      path: '/staff/numbers',
      role: 'reviewer',
      menu: 'menu.numbers',
      show: async (asked) => {
        const span = spanOf(asked);
        const { knowledge, matcher } = current();
        const report = await reportOf(numbers, span, knowledge);
        const missed = cluster(await numbers.missed('decline', span, 300), (question) => matcher.stems(question));
        return {
          kind: 'page',
          wide: true,
          title: asked.t('numbers.title'),
          main: html`${spanForm(asked, '/staff/numbers')} ${summary(asked, report)} ${emergencyCounts(asked, report)}
            ${await chartAndTable(asked, knowledge, 'week', report.tables.week)}
            ${await chartAndTable(asked, knowledge, 'topic', report.tables.topic)}
            ${tallies(asked, knowledge, 'channel', report.tables.channel)}
            ${tallies(asked, knowledge, 'language', report.tables.language)}
            ${tallies(asked, knowledge, 'intent', report.tables.intent.slice(0, 25))}
            <h2>${asked.t('numbers.misses')}</h2>
            <ol>
              ${missed.slice(0, 10).map(({ leader, count }) => html`<li lang="${leader.language}"><a href="${transcriptPath(leader.conversation)}">${leader.question}</a> (${count})</li>`)}
            </ol>
            <p><a href="/staff/misses">${asked.t('menu.misses')}</a></p>`,
        };
      },
    },
    {
      path: '/staff/numbers/csv',
      role: 'reviewer',
      show: async (asked) => {
        const by = dimensions.find((each) => each === asked.query.get('by')) ?? 'week';
        const report = await reportOf(numbers, spanOf(asked), current().knowledge);
        const rows = report.tables[by].map((row) => [row.key, row.all, ...outcomes.map((outcome) => row[outcome])]);
        const body = stringify([[by, 'all', ...outcomes], ...rows], { escape_formulas: true });
        return { kind: 'file', name: `numbers-${by}.csv`, type: 'text/csv; charset=utf-8', body };
      },
    },
  ];
}

function summary(asked: Asked, report: Report): Html {
  const { t, language } = asked;
  const { conversations, resolved, accuracy, untilMade, untilAnswered, waiting, weekly } = report;
  const number = new Intl.NumberFormat(language);
  const minutes = (value: number | null): string =>
    value === null
      ? '–'
      : new Intl.NumberFormat(language, {
          style: 'unit',
          unit: value < 120 ? 'minute' : 'hour',
          unitDisplay: 'long',
          maximumFractionDigits: 0,
        }).format(value < 120 ? value : value / 60);
  const those = (text: string, more: Readonly<Record<string, string>> = {}): Html =>
    html`<a href="${conversationsIn(asked, { emergency: 'no', ...more })}">${text}</a>`;
  const rows: readonly (readonly [string, Html | string])[] = [
    ['conversations', those(number.format(conversations.all))],
    ['resolved', those(shareText(asked, resolved), { resolved: 'yes' })],
    ['handed-over', those(number.format(conversations.handedOver), { handed: 'yes' })],
    [
      'helped',
      html`${those(number.format(conversations.helped), { feedback: 'helped' })} /
      ${those(number.format(conversations.notHelped), { feedback: 'not-helped' })}`,
    ],
    ['until-made', those(minutes(untilMade), { handed: 'yes' })],
    [
      'until-answered',
      html`${those(minutes(untilAnswered), { handed: 'yes' })}${
        waiting === 0 ? null : html` · <a href="/staff/queue">${t('numbers.waiting', { count: waiting })}</a>`
      }`,
    ],
    ['accuracy', html`<a href="/staff/judgements">${shareText(asked, accuracy)}</a>`],
  ];
  return html`<dl class="summary">
      ${rows.map(
        ([key, value]) =>
          html`<div>
            <dt>${t(`numbers.${key}`)}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${
      weekly.length === 0
        ? null
        : html`<details>
            <summary>${t('numbers.accuracy-weekly')}</summary>
            <ul>
              ${weekly.map(({ week, accuracy: each }) => html`<li>${week}: ${shareText(asked, each)}</li>`)}
            </ul>
          </details>`
    }`;
}

/** The conversations of the span that a figure counts. */
function conversationsIn(asked: Asked, filter: Readonly<Record<string, string>>): string {
  const { from, until } = spanOf(asked);
  const last = addDays(day(until), -1);
  return `/staff/conversations?${new URLSearchParams({ from, until: last, ...filter }).toString()}`;
}

/** A figure that leads to what it counts. */
function counted(asked: Asked, count: number, filter: Readonly<Record<string, string>>): Html {
  const text = new Intl.NumberFormat(asked.language).format(count);
  return count === 0 ? html`${text}` : html`<a href="${conversationsIn(asked, filter)}">${text}</a>`;
}

/** What a row of a table counts; a week is its days. */
function filterOf(by: Dimension, key: string): Readonly<Record<string, string>> {
  if (by !== 'week') return { [by]: key };
  return { from: key, until: addDays(day(key), 6) };
}

/** Apart from every other figure: how often danger was heard, and of what kind. */
function emergencyCounts(asked: Asked, { emergencies }: Report): Html {
  const { t } = asked;
  const of = (degree: DangerDegree, kind?: DangerKind): number => {
    const heard = emergencies.filter((each) => each.degree === degree && (kind === undefined || each.kind === kind));
    return heard.reduce((sum, { count }) => sum + count, 0);
  };
  const row = (name: string, kind?: DangerKind): Html =>
    html`<tr>
      <th scope="row">${name}</th>
      ${dangerDegrees.map((degree) => {
        const those = { emergency: 'yes', degree, ...(kind !== undefined && { kind }) };
        return html`<td class="number">${counted(asked, of(degree, kind), those)}</td>`;
      })}
    </tr>`;
  return html`<section>
    <h2>${t('queue.emergencies')}</h2>
    <p class="hint">
      <a href="${conversationsIn(asked, { emergency: 'yes' })}">${t('numbers.emergencies')}</a>
    </p>
    ${table(
      t('queue.emergencies'),
      [t('queue.column.danger'), ...dangerDegrees.map((degree) => ({ number: t(`danger.degree.${degree}`) }))],
      [...dangerKinds.map((kind) => row(t(`danger.kind.${kind}`), kind)), row(t('numbers.all'))],
    )}
  </section>`;
}

/** `83 % (71–91 %, of 40)`. */
function shareText({ t, language }: Asked, share: Share | null): string {
  if (share === null) return '–';
  const percent = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const [value, low, high] = [share.share, share.low, share.high].map((part) => percent.format(part * 100));
  return t('numbers.share', { value: value ?? '', low: low ?? '', high: high ?? '', of: share.of });
}

async function chartAndTable(asked: Asked, knowledge: Knowledge, by: Dimension, rows: readonly Tally[]): Promise<Html> {
  if (rows.length === 0) return tallies(asked, knowledge, by, rows);
  const named = rows.slice(0, 30).map((row) => ({ ...row, key: keyName(asked, knowledge, by, row.key) }));
  const chart = await stackedBars(named, {
    horizontal: by !== 'week',
    nameOf: (outcome) => asked.t(`numbers.outcome.${outcome}`),
  });
  return tallies(
    asked,
    knowledge,
    by,
    rows,
    html`<div class="chart" tabindex="0" role="region" aria-label="${asked.t(`numbers.by.${by}`)}">${chart}</div>
      ${bars(named)}`,
  );
}

/** The same on a phone, where a chart would be too small to read. */
function bars(rows: readonly Tally[]): Html {
  const most = Math.max(...rows.map(({ all }) => all));
  return html`<ul class="bars" aria-hidden="true">
    ${rows.map(({ key, all }) => html`<li><span>${key}</span> <b>${all}</b> <progress max="${most}" value="${all}"></progress></li>`)}
  </ul>`;
}

function tallies(
  asked: Asked,
  knowledge: Knowledge,
  by: Dimension,
  rows: readonly Tally[],
  chart: Html | null = null,
): Html {
  const { t, query } = asked;
  const address = new URLSearchParams({ by, from: query.get('from') ?? '', until: query.get('until') ?? '' });
  return html`<section>
    <h2>${t(`numbers.by.${by}`)}</h2>
    ${chart}
    ${
      rows.length === 0
        ? html`<p class="quiet">${t('numbers.none')}</p>`
        : html`<details${chart === null ? html` open` : null}>
            <summary>${t('numbers.table')}</summary>
            ${table(
              t(`numbers.by.${by}`),
              [
                t(`numbers.key.${by}`),
                ...['numbers.all', ...outcomes.map((outcome) => `numbers.outcome.${outcome}`)].map((key) => ({
                  number: t(key),
                })),
              ],
              rows.map(
                (row) =>
                  html`<tr>
                    <th scope="row">${keyName(asked, knowledge, by, row.key)}</th>
                    <td class="number"><a href="${conversationsIn(asked, filterOf(by, row.key))}">${row.all}</a></td>
                    ${outcomes.map(
                      (outcome) =>
                        html`<td class="number">
                          ${counted(asked, row[outcome], { ...filterOf(by, row.key), outcome })}
                        </td>`,
                    )}
                  </tr>`,
              ),
            )}
          </details>`
    }
    <p><a href="/staff/numbers/csv?${address.toString()}" download>CSV</a></p>
  </section>`;
}

/** Topics, answers and forms by their titles, as the colleague calls them. */
function keyName(asked: Asked, knowledge: Knowledge, by: Dimension, key: string): string {
  if (by === 'language') return languageNamed(asked, key);
  if (by === 'channel' || by === 'week') return key;
  const title = aside.has(key) ? asked.t(`numbers.aside.${key}`) : titleOf(asked, knowledge, key);
  return by === 'topic' ? (title ?? topicName(asked, key)) : (title ?? key);
}

/** What is counted beside topics and answers. */
const aside: ReadonlySet<string> = new Set(['handover', 'off-topic', 'small-talk']);
