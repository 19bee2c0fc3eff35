import { html, type Html } from '../web/html.ts';
import type { Visit } from './page.ts';

/** A form that our own pages alone can send. */
export function form({ csrf }: Pick<Visit, 'csrf'>, action: string, content: Html, kind = ''): Html {
  return html`<form
    method="post"
    action="${action}"
    class="${kind}"
    ${kind === 'judge' ? html` data-turn` : null}
    ${kind === 'answer-form' ? html` data-check` : null}
  >
    <input type="hidden" name="csrf" value="${csrf}" />
    ${content}
  </form>`;
}

/** A form that is one button. */
export function press(
  visit: Pick<Visit, 'csrf'>,
  action: string,
  label: string,
  fields: Readonly<Record<string, string>> = {},
): Html {
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return form(visit, action, html`${hidden}<button class="plain">${label}</button>`, 'press');
}
