import type { ListedInvitation } from '../../ports/staff.ts';
import { html, type Html } from '../../web/html.ts';
import { press } from '../form.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { table } from '../table.ts';
import { when } from '../when.ts';

/** Links that let somebody in and were not used yet: listed without the link, and revoked. */
export function invitationTable(asked: Asked, invitations: readonly ListedInvitation[]): Html {
  const { t } = asked;
  if (invitations.length === 0) return html`<p class="quiet">${t('admin:invitations.none')}</p>`;
  const labels = ['for', 'role', 'until'].map((key) => t(`admin:invitations.${key}`));
  return table(
    t('admin:invitations.title'),
    [...labels, t('accounts.actions')],
    invitations.map(
      ({ hash, name, role, until }) =>
        html`<tr>
          <th scope="row">${name ?? t('admin:invitations.anybody')}</th>
          <td>${t(`role.${role}`)}</td>
          <td>${when(asked, until)}</td>
          <td>${press(asked, '/staff/accounts/revoke', t('admin:invitations.revoke'), { invitation: hash })}</td>
        </tr>`,
    ),
  );
}

export function revokePage({ staff }: Pick<Parts, 'staff'>): Page {
  return {
    path: '/staff/accounts/revoke',
    role: 'admin',
    act: async ({ form, audit }) => {
      const done = await staff.revokeInvitation(form.get('invitation') ?? '');
      await audit('account.revoke-invitation', { done });
      return { kind: 'go', to: '/staff/accounts', notice: done ? 'admin:revoked' : 'admin:not-there' };
    },
  };
}
