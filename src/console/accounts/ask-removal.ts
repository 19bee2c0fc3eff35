import { html } from '../../web/html.ts';
import { press } from '../form.ts';
import type { Page } from '../page.ts';
import type { Parts } from '../parts.ts';

/** Before an account is removed: what goes with it, and what stays. */
export function askRemoval({ staff, queue }: Pick<Parts, 'staff' | 'queue'>): NonNullable<Page['show']> {
  return async (asked) => {
    const { t, params, now } = asked;
    const accounts = await staff.accounts(now.toISOString());
    const account = accounts.find(({ id }) => id === params['id']);
    if (account === undefined) return { kind: 'missing' };
    const open = await queue.handovers('open', 1000);
    const held = open.filter(({ holder }) => holder?.id === account.id);
    return {
      kind: 'page',
      title: t('admin:remove.title', { name: account.name }),
      main: html`<ul>
          <li>${t('admin:remove.account')}</li>
          <li>${t('admin:remove.sessions', { count: account.sessions })}</li>
          <li>${t('admin:remove.held', { count: held.length })}</li>
          <li>${t('admin:remove.stays')}</li>
        </ul>
        <div class="actions">
          ${press(asked, `/staff/accounts/${account.id}/remove`, t('admin:remove.go'))}
          <a href="/staff/accounts">${t('admin:leave-it')}</a>
        </div>`,
    };
  };
}
