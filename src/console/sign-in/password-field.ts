import { html, type Html } from '../../web/html.ts';
import { shortestPassword } from './password.ts';

/**
 * A password with its label; `hint` says what a new one needs, and is read out with the field. It has no `maxlength`: a browser
 * would cut what is pasted, and say nothing.
 */
export function passwordField(
  id: string,
  label: string,
  autocomplete: 'current-password' | 'new-password',
  hint: string | null = null,
): Html {
  const needs = html` minlength="${shortestPassword}" aria-describedby="${id}-hint"`;
  return html`<label for="${id}">${label}</label>
    ${hint === null ? null : html`<p class="hint" id="${id}-hint">${hint}</p>`}
    <input
      id="${id}"
      name="${id}"
      type="password"
      autocomplete="${autocomplete}"
      required
      ${hint === null ? null : needs}
    />`;
}
