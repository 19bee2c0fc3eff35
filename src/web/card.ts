import { noteOf, type Section } from '../conversation/reply.ts';
import { html, type Html } from './html.ts';

/** How a page writes a section's heading, and the texts in it. */
export type CardStyle = { readonly heading: (text: string) => Html; readonly write: (text: string) => Html | string };

/** The sections of a card as HTML: folded ones can be opened, lists have their kind, what is empty leaves nothing. */
export function cardSections(sections: readonly Section[], style: CardStyle): readonly Html[] {
  return sections.map((section) => {
    const { heading, folded } = section;
    if (heading === null) return content(section, style);
    return folded === true
      ? html`<details>
          <summary>${heading}</summary>
          ${content(section, style)}
        </details>`
      : html`${style.heading(heading)} ${content(section, style)}`;
  });
}

function content({ rows, items, ordered }: Section, { write }: CardStyle): Html {
  const list = items.map(
    ({ text, url }) =>
      html`<li>
        ${url === null ? write(text) : html`<a rel="noopener noreferrer external" href="${url}">${text}</a>`}
      </li>`,
  );
  const labelled = rows.map((row) => {
    const note = noteOf(row);
    return html`<dt class="${row.total === true ? 'total' : ''}">
        ${row.label}${note === '' ? null : html` <span class="note">${write(note)}</span>`}
      </dt>
      <dd class="${row.total === true ? 'total' : ''}">${write(row.amount ?? row.text)}</dd>`;
  });
  const isBill = rows.some(({ amount }) => amount !== undefined);
  return html`${rows.length === 0 ? null : html`<dl class="${isBill ? 'bill' : 'facts'}">${labelled}</dl>`}
  ${
    items.length === 0
      ? null
      : ordered === true
        ? html`<ol>
            ${list}
          </ol>`
        : html`<ul>
            ${list}
          </ul>`
  }`;
}
