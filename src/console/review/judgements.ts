import { stringify } from 'csv-stringify/sync';
import { reasons, verdicts, type AnnotationFilter, type Judged } from '../../ports/annotations.ts';
import type { Account } from '../../ports/staff.ts';
import { html, type Html } from '../../web/html.ts';
import { transcriptPath } from '../conversations/path.ts';
import { press } from '../form.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { table } from '../table.ts';
import { titleOf } from '../title-of.ts';
import { when } from '../when.ts';

type Needed = Pick<Parts, 'annotations' | 'current' | 'staff'>;

/** What colleagues judged: listed, filtered, taken back, and as a file. */
export function judgementPages({ annotations, current, staff }: Needed): readonly Page[] {
  return [
    {
      path: '/staff/judgements',
      role: 'reviewer',
      show: async (asked) => {
        const { t, now } = asked;
        const filter = readFilter(asked);
        const [judged, accounts] = await Promise.all([
          annotations.list(mostShown, filter),
          staff.accounts(now.toISOString()),
        ]);
        return {
          kind: 'page',
          title: t('review:judgements'),
          wide: true,
          main: html`${filterForm(asked, filter, accounts)} ${exports(asked, filter)}
          ${judged.length === 0 ? html`<p class="lead">${t('review:no-judgement')}</p>` : listed(asked, judged, current())}`,
        };
      },
    },
    {
      path: '/staff/judgements/export',
      role: 'reviewer',
      show: async (asked) => {
        const format = asked.query.get('format') === 'jsonl' ? 'jsonl' : 'csv';
        const judged = await annotations.list(mostExported, readFilter(asked));
        await asked.audit('judgement.export', { format, count: judged.length });
        const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8';
        const body = format === 'csv' ? csv(judged) : judged.map((one) => `${JSON.stringify(record(one))}\n`).join('');
        return { kind: 'file', name: `judgements-${asked.today}.${format}`, type, body };
      },
    },
  ];
}

function readFilter({ query }: Asked): AnnotationFilter {
  const who = query.get('who') ?? '';
  return {
    verdict: verdicts.find((each) => each === query.get('verdict')),
    reason: reasons.find((each) => each === query.get('reason')),
    who: who === '' ? undefined : who,
  };
}

function queryOf(filter: AnnotationFilter): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function filterForm(asked: Asked, filter: AnnotationFilter, accounts: readonly Account[]): Html {
  const { t } = asked;
  const select = (name: string, label: string, options: readonly (readonly [string, string])[], chosen = ''): Html =>
    html`<label for="${name}">${label}</label>
      <select id="${name}" name="${name}">
        <option value="">${t('any')}</option>
        ${options.map(([value, text]) => html`<option value="${value}" ${value === chosen ? html` selected` : null}>${text}</option>`)}
      </select>`;
  const reasonsNamed = reasons.map((each) => [each, t(`reason.${each}`)] as const);
  const verdictsNamed = verdicts.map((each) => [each, t(`verdict.${each}`)] as const);
  const people = accounts.map(({ id, name }) => [id, name] as const);
  return html`<form method="get" action="/staff/judgements" class="inline">
    ${select('verdict', t('annotate.verdict'), verdictsNamed, filter.verdict)}
    ${select('reason', t('annotate.reason'), reasonsNamed, filter.reason)}
    ${select('who', t('audit.who'), people, filter.who)}
    <button class="plain">${t('numbers.show')}</button>
  </form>`;
}

function exports({ t }: Asked, filter: AnnotationFilter): Html {
  const link = (format: string, name: string): Html =>
    html`<a href="/staff/judgements/export?${new URLSearchParams({ ...queryOf(filter), format }).toString()}" download
      >${name}</a
    >`;
  return html`<p>${t('review:export')} ${link('csv', 'CSV')} · ${link('jsonl', 'JSON lines')}</p>`;
}

function listed(asked: Asked, judged: readonly Judged[], { knowledge }: ReturnType<Parts['current']>): Html {
  const { t } = asked;
  const labels = {
    verdict: t('annotate.verdict'),
    reason: t('annotate.reason'),
    right: t('annotate.right-answer'),
    note: t('annotate.note'),
    who: t('audit.who'),
    at: t('audit.at'),
  };
  const rows = judged.map(
    ({ conversation, position, question, language, verdict, reason, rightAnswer, note, name, at }) =>
      html`<tr>
        <th scope="row">
          <a href="${transcriptPath(conversation, position)}" ${language === null ? null : html` lang="${language}"`}
            >${question.slice(0, 200)}</a
          >
        </th>
        <td><span class="tag ${kindOf[verdict]}">${t(`verdict.${verdict}`)}</span></td>
        <td>${reason === null ? '–' : t(`reason.${reason}`)}</td>
        <td>${titleOf(asked, knowledge, rightAnswer) ?? '–'}</td>
        <td>${note}</td>
        <td>${name}</td>
        <td>${when(asked, at)}</td>
        <td>
          ${press(asked, '/staff/review/undo', t('review:undo'), { id: conversation, position: String(position) })}
        </td>
      </tr>`,
  );
  return table(
    t('review:judgements'),
    [t('queue.column.opening'), ...Object.values(labels), t('accounts.actions')],
    rows,
  );
}

function record(one: Judged) {
  return { ...one, who: undefined };
}

function csv(judged: readonly Judged[]): string {
  const rows = judged.map((one) => columns.map((column) => one[column] ?? ''));
  // A spreadsheet would run a cell that begins as a formula: what students write is text.
  return `\uFEFF${stringify([[...columns], ...rows], { escape_formulas: true })}`;
}

const columns = [
  ...(['conversation', 'position', 'at', 'language', 'question', 'verdict', 'reason', 'rightAnswer'] as const),
  ...(['note', 'name'] as const),
] as const;
const kindOf = Object.freeze({ right: 'good', wrong: 'bad', unclear: 'warn' } as const);
const mostShown = 500;
const mostExported = 100_000;
