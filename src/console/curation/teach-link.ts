import { html, type Html } from '../../web/html.ts';
import type { Asked } from '../page.ts';
import { may } from '../role.ts';

/** From a message to the page that makes it a phrasing of an answer; nothing for who may not. */
export function teachLink({ t, person }: Asked, text: string, language: string | null): Html | null {
  if (text.trim() === '' || !may(person.role, 'curator')) return null;
  const query = new URLSearchParams({ text: text.slice(0, 200), language: language ?? '' });
  return html`<p><a href="/staff/knowledge/teach?${query.toString()}">${t('curation:teach.go')}</a></p>`;
}
