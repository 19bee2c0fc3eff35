import { html, type Html } from '../../web/html.ts';
import type { Visit } from '../page.ts';

/** Six figures; a telephone offers its figures to type, and the code where it has just come. */
export function codeField({ t }: Pick<Visit, 't'>): Html {
  return html`<label for="code">${t('account:code.label')}</label>
    <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="20" />`;
}
