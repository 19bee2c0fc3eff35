import type { Handover, HandoverState } from '../../ports/queue.ts';
import { html, type Html } from '../../web/html.ts';
import type { Asked } from '../page.ts';

/** How a hand-over stands, and whether the student wrote after they were answered. */
export function stateTag({ t }: Asked, { state, wroteAgain }: Handover): Html {
  const tag = html`<span class="tag ${kindOf[state]}">${t(`handover:state.${state}`)}</span>`;
  return wroteAgain && state !== 'closed' ? html`${tag} <span class="tag warn">${t('queue.again')}</span>` : tag;
}

const kindOf: Readonly<Record<HandoverState, string>> = Object.freeze({
  new: 'warn',
  taken: '',
  waiting: 'good',
  closed: 'good',
});
