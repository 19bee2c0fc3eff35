import { addDays, parseDay, type Day } from '../../core/day.ts';
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
    <div class="pair">
      <label for="from">${t('filter.from')}</label>
      <input id="from" name="from" type="date" value="${first}" />
    </div>
    <div class="pair">
      <label for="until">${t('filter.until')}</label>
      <input id="until" name="until" type="date" value="${last}" />
    </div>
    <button class="plain">${t('numbers.show')}</button>
  </form>`;
}

function daysOf({ query, today }: Pick<Asked, 'query' | 'today'>): { readonly first: Day; readonly last: Day } {
  const last = parseDay(query.get('until') ?? '') ?? today;
  return { first: parseDay(query.get('from') ?? '') ?? addDays(last, -83), last };
}
