import { html, raw, type Html } from '../web/html.ts';

/** A column's name, or that of a column of numbers. */
export type Heading = string | { readonly number: string };

/**
 * A table that scrolls by itself where it is wider than the page: by keyboard too, and named to a screen reader. On a phone each
 * row is a card, in which a cell stands behind its column's name.
 * @param kind a class of its own for the style sheet
 */
export function table(label: string, headings: readonly Heading[], rows: readonly Html[], kind = ''): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}">
    <table class="rows ${kind}">
      <thead>
        <tr>
          ${headings.map((heading) => (typeof heading === 'string' ? html`<th scope="col">${heading}</th>` : html`<th scope="col" class="number">${heading.number}</th>`))}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => withNames(row, headings))}
      </tbody>
    </table>
  </div>`;
}

/** Cells hold no table of their own, and what fills them is escaped: each `<td` opens a cell of the row. */
function withNames({ markup }: Html, headings: readonly Heading[]): Html {
  let column = -1;
  const named = markup.replaceAll(/<(t[dh])\b/g, (tag, kind: string) => {
    column += 1;
    const heading = headings[column] ?? '';
    const name = typeof heading === 'string' ? heading : heading.number;
    return kind === 'th' || name === '' ? tag : html`${raw(tag)} data-label="${name}"`.markup;
  });
  return raw(named);
}
