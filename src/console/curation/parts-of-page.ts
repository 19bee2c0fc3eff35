import { diffLines } from 'diff';
import { describe, type Problem } from '../../knowledge/problem.ts';
import type { Finding } from '../../knowledge/lint/finding.ts';
import { html, type Html } from '../../web/html.ts';
import type { Asked } from '../page.ts';
import { plainWords } from './plain-words.ts';

/** A text before and after, line by line; unchanged runs are cut short. Marks stand in the text: colour alone says nothing. */
export function difference({ t }: Pick<Asked, 't'>, before: string | null, after: string | null): Html {
  const lines = diffLines(before ?? '', after ?? '').flatMap(({ value, added, removed }) => {
    const all = value.replace(/\n$/, '').split('\n');
    if (added) return all.map((line) => html`<ins>+ ${line}</ins>`);
    if (removed) return all.map((line) => html`<del>- ${line}</del>`);
    const shown = all.length > 2 * around ? [...all.slice(0, around), '…', ...all.slice(-around)] : all;
    return shown.map((line) => html`<span> ${line}</span>`);
  });
  return html`<pre class="diff" tabindex="0" role="region" aria-label="${t('curation:difference')}">${lines}</pre>`;
}

/** Two texts side by side, as a reader gets them. */
export function beside({ t }: Pick<Asked, 't'>, before: string | null, after: string | null): Html {
  return html`<div class="versus">
    <div>
      <p class="quiet">${t('curation:before')}</p>
      <p class="said">${before ?? t('curation:nothing')}</p>
    </div>
    <div>
      <p class="quiet">${t('curation:after')}</p>
      <p class="said">${after ?? t('curation:nothing')}</p>
    </div>
  </div>`;
}

/** What there is to mend; the list stays in the page, so that what is typed can fill it. */
export function findingsList(
  asked: Pick<Asked, 't' | 'culture'>,
  findings: readonly (Finding | Problem)[] | null,
): Html {
  const { t } = asked;
  const items = (findings ?? []).map(
    (finding) => html`<li>${describe({ ...finding, message: plainWords(asked, finding) })}</li>`,
  );
  return html`<div
    class="findings"
    role="status"
    data-clean="${t('curation:lint.clean')}"
    data-checking="${t('curation:lint.checking')}"
  >
    ${
      findings === null
        ? null
        : items.length === 0
          ? html`<p class="quiet">${t('curation:lint.clean')}</p>`
          : html`<ul>
              ${items}
            </ul>`
    }
  </div>`;
}

export function changePath(id: string): string {
  return `/staff/knowledge/change?id=${encodeURIComponent(id)}`;
}

export function filePath(file: string, change = ''): string {
  return `/staff/knowledge/file?${new URLSearchParams({ file, ...(change !== '' && { change }) }).toString()}`;
}

const around = 3;
