import type { Role, Staff } from '../../ports/staff.ts';
import { html } from '../../web/html.ts';
import { form } from '../form.ts';
import type { OpenPage, Outcome, Visit } from '../page.ts';
import type { Parts } from '../parts.ts';
import { hashOf, newToken } from '../token.ts';
import type { Doors } from './doors.ts';
import { isSecure } from './places.ts';
import { passwordProblem } from './password-problem.ts';
import { passwordField } from './password-field.ts';
import { longestPassword, shortestPassword } from './password.ts';

/** A link by which one person makes their account, once. Returns the path with its secret, which is kept nowhere. */
export async function invite(
  staff: Staff,
  { role, name, now }: { readonly role: Role; readonly name: string | null; readonly now: Date },
): Promise<string> {
  const token = newToken();
  await staff.invite({ hash: hashOf(token), role, name, until: invitationUntil(now) });
  return invitationPath(token);
}

export function invitationUntil(now: Date): string {
  return new Date(now.getTime() + goodForMs).toISOString();
}

export function invitationPath(token: string): string {
  return `/staff/invitation/${token}`;
}

/** The page behind such a link. */
export function invitationPages({ staff }: Parts, { sessions, passwords }: Doors): readonly OpenPage[] {
  return [
    {
      path: '/staff/invitation/:token',
      role: 'anyone',
      show: async (visit) => {
        const invited = await staff.invitation(hashOf(tokenIn(visit)), visit.now.toISOString());
        return invited === null ? used(visit) : joinPage(visit, invited.role, invited.name ?? '', null);
      },
      act: async (visit) => {
        const invitation = hashOf(tokenIn(visit));
        const at = visit.now.toISOString();
        const invited = await staff.invitation(invitation, at);
        if (invited === null) return used(visit);
        const name = (visit.form.get('name') ?? '').normalize('NFKC').trim();
        const password = visit.form.get('password') ?? '';
        const wrong = wrongWith(name, password, visit.form.get('again') ?? '');
        if (wrong !== null) return joinPage(visit, invited.role, name, wrong);
        const joined = await staff.join({ invitation, name, passwordHash: await passwords.hash(password), at });
        if (joined === 'no-invitation') return used(visit);
        if (joined === 'name-taken') return joinPage(visit, invited.role, name, 'join.name-taken');
        await visit.audit('account.joined', { account: joined.id, name: joined.name, role: joined.role });
        const secure = isSecure(visit);
        const cookies = await sessions.signIn(joined.id, secure);
        return { kind: 'go', to: '/staff', notice: 'joined', cookies };
      },
    },
  ];
}

/** The phrase for what is wrong, or null. */
function wrongWith(name: string, password: string, again: string): string | null {
  if (name === '' || name.length > longestName || /\p{C}/u.test(name)) return 'join.name-empty';
  return passwordProblem(password, again, name);
}

function joinPage(visit: Visit, role: Role, name: string, wrong: string | null): Outcome {
  const { t } = visit;
  const fields = html`${wrong === null ? null : html`<p class="problem" role="alert">${t(wrong, { ...limits, longest: wrong === 'join.name-empty' ? longestName : limits.longest })}</p>`}
    <label for="name">${t('sign-in.name')}</label>
    <input
      id="name"
      name="name"
      value="${name}"
      autocomplete="username"
      required
      maxlength="${longestName}"
      autocapitalize="none"
    />
    ${passwordField('password', t('sign-in.password'), 'new-password', t('account:password.hint', limits))}
    ${passwordField('again', t('join.again'), 'new-password')}
    <button class="button">${t('join.go')}</button>`;
  return {
    kind: 'page',
    status: wrong === null ? 200 : 422,
    title: t('join.title'),
    main: html`<p class="lead">${t('join.lead', { role: t(`role.${role}`) })}</p>
      ${form(visit, invitationPath(tokenIn(visit)), fields, 'stacked')}`,
  };
}

function used({ t }: Visit): Outcome {
  return {
    kind: 'page',
    status: 410,
    title: t('join.used.title'),
    main: html`<p class="lead">${t('join.used.text', { days: invitationDays })}</p>
      <p><a class="button" href="/staff/sign-in">${t('sign-in.title')}</a></p>`,
  };
}

function tokenIn({ params }: Visit): string {
  return params['token'] ?? '';
}

const longestName = 100;
const limits = Object.freeze({ shortest: shortestPassword, longest: longestPassword });
export const invitationDays = 7;
const goodForMs = invitationDays * 24 * 3_600_000;
