import { html, type Html } from '../web/html.ts';

/** A column's name, or that of a column of numbers. */
export type Heading = string | { readonly number: string };

/**
 * A table that scrolls by itself where it is wider than the page: by keyboard too, and named to a screen reader.
 * @param kind a class of its own for the style sheet
 */
export function table(label: string, headings: readonly Heading[], rows: readonly Html[], kind = ''): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}">
    <table${kind === '' ? null : html` class="${kind}"`}>
      <thead>
        <tr>
          ${headings.map((heading) => (typeof heading === 'string' ? html`<th scope="col">${heading}</th>` : html`<th scope="col" class="number">${heading.number}</th>`))}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
