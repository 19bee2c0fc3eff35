import type { AuditEntry } from '../../ports/audit.ts';
import { html, type Html } from '../../web/html.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { table } from '../table.ts';
import { when } from '../when.ts';

/** Who did what. */
export function auditPages({ audit, staff }: Pick<Parts, 'audit' | 'staff'>): readonly Page[] {
  return [
    {
      path: '/staff/audit',
      role: 'admin',
      menu: 'menu.audit',
      show: async (asked) => {
        const { query, t } = asked;
        const [at, id] = (query.get('after') ?? '').split('~');
        const who = query.get('who') ?? '';
        const what = query.get('what') ?? '';
        const entries = await audit.list(
          {
            ...(who !== '' && { who }),
            ...(what !== '' && { what }),
            ...(at !== undefined && id !== undefined && { after: { at, id } }),
          },
          pageSize + 1,
        );
        const accounts = await staff.accounts(asked.now.toISOString());
        const names = new Map(accounts.map(({ id: account, name }) => [account, name]));
        return { kind: 'page', title: t('audit.title'), wide: true, main: auditMain(asked, entries, names) };
      },
    },
  ];
}

function auditMain(asked: Asked, entries: readonly AuditEntry[], names: Names): Html {
  const { t } = asked;
  const shown = entries.slice(0, pageSize);
  const last = entries.length > pageSize ? shown.at(-1) : undefined;
  return html`<p class="lead">${t('audit.lead')}</p>
    ${table(
      t('audit.title'),
      ['at', 'who', 'what', 'about'].map((key) => t(`audit.${key}`)),
      shown.map((entry) => row(asked, entry, names)),
    )}
    ${last === undefined ? null : html`<p><a rel="next" href="${linkWith(asked, { after: `${last.at}~${last.id}` })}">${t('older')}</a></p>`}`;
}

/** Who there is, by account. */
type Names = ReadonlyMap<string, string>;

function row(asked: Asked, { at, who, name, what, about }: AuditEntry, names: Names): Html {
  const { t } = asked;
  const details = Object.entries(about).map(
    ([key, value]) => `${key}: ${value === null ? '–' : (names.get(String(value)) ?? String(value))}`,
  );
  return html`<tr>
    <td>${when(asked, at)}</td>
    <td>${who === null ? t('audit.nobody') : html`<a href="${linkWith(asked, { who, after: null })}">${name}</a>`}</td>
    <td>
      <a href="${linkWith(asked, { what, after: null })}"><code>${what}</code></a
      >${isRefusal(what, about) ? html` <span class="tag bad">${t('admin:refused')}</span>` : null}
    </td>
    <td>${details.join(', ')}</td>
  </tr>`;
}

/** What was asked and not done. */
function isRefusal(what: string, about: AuditEntry['about']): boolean {
  return /(^|\.)refused$/.test(what) || refusals.has(String(about['outcome'] ?? about['end'] ?? about['closed'] ?? ''));
}

const refusals: ReadonlySet<string> = new Set(['taken-by-other', 'not-open', 'own', 'broken', 'changed-meanwhile']);

function linkWith({ query }: Asked, change: Readonly<Record<string, string | null>>): string {
  const next = new URLSearchParams(query);
  next.delete('done');
  for (const [name, value] of Object.entries(change)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  return `/staff/audit?${next.toString()}`;
}

const pageSize = 100;
