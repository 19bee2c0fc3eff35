import type { Account, Changed } from '../../ports/staff.ts';
import { html, type Html } from '../../web/html.ts';
import { form, press } from '../form.ts';
import type { Asked, Outcome, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { roleOf, roles } from '../role.ts';
import { askRemoval } from './ask-removal.ts';
import { invitationTable, revokePage } from './invitations.ts';
import { invitationDays, invite } from '../sign-in/invitation.ts';
import { table } from '../table.ts';
import { when } from '../when.ts';

/** Who works here: invite, change a role, end sessions, remove. */
export function accountPages(parts: Pick<Parts, 'staff' | 'queue'>): readonly Page[] {
  const { staff } = parts;
  const list = async (asked: Asked, link: string | null = null): Promise<Outcome> => ({
    kind: 'page',
    title: asked.t('accounts.title'),
    wide: true,
    main: html`${accountsMain(asked, await staff.accounts(asked.now.toISOString()), link)}
      <h2>${asked.t('admin:invitations.title')}</h2>
      ${invitationTable(asked, await staff.invitations(asked.now.toISOString()))}`,
  });
  return [
    {
      path: '/staff/accounts',
      role: 'admin',
      menu: 'menu.accounts',
      show: (asked) => list(asked),
      act: async (asked) => {
        const role = roleOf(asked.form.get('role')) ?? 'reviewer';
        const name = (asked.form.get('name') ?? '').trim().slice(0, 100);
        const path = await invite(staff, { role, name: name === '' ? null : name, now: asked.now });
        await asked.audit('account.invite', { role });
        return list(asked, `${asked.links ?? ''}${path}`);
      },
    },
    accountAction('role', async (asked, id) => {
      const role = roleOf(asked.form.get('role')) ?? 'reviewer';
      await asked.audit('account.role', { account: id, role });
      return staff.setRole(id, role);
    }),
    accountAction('require', async (asked, id) => {
      const required = asked.form.get('required') === 'yes';
      await asked.audit('account.require-second-step', { account: id, required });
      await staff.requireSecondStep(id, required);
      return 'done';
    }),
    accountAction('reset', async (asked, id) => {
      await asked.audit('account.reset-second-step', { account: id });
      await staff.endSecondStep(id);
      return 'done';
    }),
    {
      ...accountAction('remove', async (asked, id) => {
        await asked.audit('account.remove', { account: id });
        return staff.remove(id, asked.now.toISOString());
      }),
      show: askRemoval(parts),
    },
    revokePage(parts),
    accountAction('away', async (asked, id) => {
      const away = asked.form.get('away') === 'yes';
      await asked.audit(away ? 'account.away' : 'account.back', { account: id });
      await staff.setAway(id, away ? asked.now.toISOString() : null);
      return 'done';
    }),
    accountAction('end-sessions', async (asked, id) => {
      await asked.audit('account.end-sessions', { account: id });
      await staff.endSessions(id);
      return 'done';
    }),
  ];
}

function accountAction(name: string, act: (asked: Asked, id: string) => Promise<Changed>): Page {
  return {
    path: `/staff/accounts/:id/${name}`,
    role: 'admin',
    act: async (asked) => {
      const changed = await act(asked, asked.params['id'] ?? '');
      if (changed === 'unknown') return { kind: 'missing' };
      return {
        kind: 'go',
        to: '/staff/accounts',
        notice: changed === 'done' ? noticeOf(name, asked) : 'account.last-admin',
      };
    },
  };
}

function noticeOf(action: string, { form: fields }: Asked): string {
  if (action === 'away') return fields.get('away') === 'yes' ? 'handover:is-away' : 'handover:is-back';
  if (action === 'reset') return 'account:reset';
  if (action === 'require') return fields.get('required') === 'yes' ? 'account:required' : 'account:not-required';
  return `account.${action}`;
}

function accountsMain(asked: Asked, accounts: readonly Account[], link: string | null): Html {
  const { t } = asked;
  const invitation = html`<label for="name">${t('accounts.for')}</label>
    <input id="name" name="name" maxlength="100" autocomplete="off" />
    ${roleSelect(asked, 'role', 'reviewer', t('accounts.role'))}
    <button class="button">${t('accounts.invite')}</button>`;
  return html`${link === null ? null : invited(asked, link)}
    ${table(
      t('accounts.title'),
      [
        ...['name', 'role', 'source'].map((key) => t(`accounts.${key}`)),
        t('account:accounts.second'),
        ...['seen', 'sessions', 'actions'].map((key) => t(`accounts.${key}`)),
      ],
      accounts.map((account) => row(asked, account)),
    )}
    <h2>${t('accounts.invite-title')}</h2>
    <p class="quiet">${t('accounts.invite-text', { days: invitationDays })}</p>
    ${form(asked, '/staff/accounts', invitation, 'inline')}
    <h2>${t('accounts.roles-title')}</h2>
    <dl>
      ${roles.map(
        (role) =>
          html`<dt>${t(`role.${role}`)}</dt>
            <dd>${t(`role-may.${role}`)}</dd>`,
      )}
    </dl>`;
}

function invited({ t }: Asked, link: string): Html {
  return html`<div class="notice" role="status">
    <p>${t('accounts.invited')}</p>
    <p><code>${link}</code></p>
  </div>`;
}

function row(asked: Asked, account: Account): Html {
  const { t } = asked;
  const { id, name, role, source, seenAt, awaySince, sessions } = account;
  const away = awaySince === null ? 'go' : 'come-back';
  const at = `/staff/accounts/${id}`;
  const roleForm = html`${roleSelect(asked, `role-${id}`, role, t('accounts.role-of', { name }))}
    <button class="plain" aria-label="${t('accounts.change-of', { name })}">${t('accounts.change')}</button>`;
  return html`<tr>
    <th scope="row">${name}${awaySince === null ? null : html` <span class="tag">${t('handover:away.is')}</span>`}</th>
    <td>${source === 'local' ? form(asked, `${at}/role`, roleForm, 'inline') : t(`role.${role}`)}</td>
    <td>${t(`accounts.from.${source}`)}</td>
    <td>${source === 'local' ? t(`account:accounts.${standing(account)}`) : '–'}</td>
    <td>${seenAt === null ? '–' : when(asked, seenAt)}</td>
    <td>${sessions}</td>
    <td>
      <div class="actions">
        ${sessions === 0 ? null : press(asked, `${at}/end-sessions`, t('accounts.end-sessions'))}
        ${source === 'local' ? secondStepActions(asked, account) : null}
        ${press(asked, `${at}/away`, t(`handover:away.${away}`), { away: awaySince === null ? 'yes' : 'no' })}
        <a href="${at}/remove">${t('accounts.remove')}</a>
      </div>
    </td>
  </tr>`;
}

function standing({ secondStep: { on, required } }: Account): string {
  if (on) return required ? 'is-on-required' : 'is-on';
  return required ? 'is-required' : 'is-off';
}

function secondStepActions(asked: Asked, { id, name, secondStep: { on, required } }: Account): readonly Html[] {
  const { t } = asked;
  const [toggle, wanted] = required ? ['free', 'no'] : ['require', 'yes'];
  const button = (key: string) =>
    html`<button class="plain" aria-label="${t(`account:accounts.${key}-of`, { name })}">
      ${t(`account:accounts.${key}`)}
    </button>`;
  const requiring = html`<input type="hidden" name="required" value="${wanted}" />${button(toggle)}`;
  return [
    form(asked, `/staff/accounts/${id}/require`, requiring, 'press'),
    ...(on ? [form(asked, `/staff/accounts/${id}/reset`, button('reset'), 'press')] : []),
  ];
}

function roleSelect({ t }: Asked, id: string, chosen: string, label: string): Html {
  return html`<div class="pair">
    <label for="${id}">${label}</label>
    <select id="${id}" name="role">
      ${roles.map((role) => html`<option value="${role}" ${role === chosen ? html` selected` : null}>${t(`role.${role}`)}</option>`)}
    </select>
  </div>`;
}
