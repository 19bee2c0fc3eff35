import type { Span } from '../../ports/numbers.ts';
import { html, type Html } from '../../web/html.ts';
import type { Asked } from '../page.ts';

/** The span that the address names, whole days; the last twelve weeks without one. */
export function spanOf({ query, today }: Pick<Asked, 'query' | 'today'>): Span {
  const { first, last } = daysOf({ query, today });
  return { from: first, until: addDays(last, 1) };
}

export function spanForm(asked: Asked, action: string, fields: Readonly<Record<string, string>> = {}): Html {
  const { t } = asked;
  const { first, last } = daysOf(asked);
  return html`<form method="get" action="${action}" class="inline">
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <label for="from">${t('filter.from')}</label>
    <input id="from" name="from" type="date" value="${first}" />
    <label for="until">${t('filter.until')}</label>
    <input id="until" name="until" type="date" value="${last}" />
    <button class="plain">${t('numbers.show')}</button>
  </form>`;
}

function daysOf({ query, today }: Pick<Asked, 'query' | 'today'>): { readonly first: string; readonly last: string } {
  const last = dayIn(query.get('until')) ?? today;
  return { first: dayIn(query.get('from')) ?? addDays(last, -83), last };
}

function dayIn(text: string | null): string | null {
  return text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
