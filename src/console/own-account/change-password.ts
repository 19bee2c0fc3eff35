import { html, type Html } from '../../web/html.ts';
import { form } from '../form.ts';
import type { Asked, Outcome } from '../page.ts';
import type { Parts } from '../parts.ts';
import type { Doors } from '../sign-in/doors.ts';
import { ownPath } from '../sign-in/own-paths.ts';
import { isOwnPassword } from './own-password.ts';
import { passwordField } from '../sign-in/password-field.ts';
import { passwordProblem } from '../sign-in/password-problem.ts';
import { isSecure } from '../sign-in/places.ts';
import { longestPassword, shortestPassword } from '../sign-in/password.ts';
import type { Refuse } from './refused.ts';

export function passwordForm(asked: Asked, refused: string | null): Html {
  const { t, person } = asked;
  const fields = html`${refused === null ? null : html`<p class="problem" role="alert">${refused}</p>`}
    ${passwordField('current', t('account:password.current'), 'current-password')}
    ${passwordField('password', t('account:password.new'), 'new-password', t('account:password.hint', limits))}
    ${passwordField('again', t('join.again'), 'new-password')}
    <button class="button">${t('account:password.go')}</button>`;
  return html`${person.before === 'password' ? html`<p>${t('account:password.why')}</p>` : null}
  ${form(asked, `${ownPath}/password`, fields, 'stacked')}`;
}

/** The session that it was changed in goes on; all others end. */
export async function changePassword(
  { staff }: Pick<Parts, 'staff'>,
  doors: Doors,
  asked: Asked,
  page: Refuse,
): Promise<Outcome> {
  const { t, person, form: fields } = asked;
  const [current, password] = [fields.get('current') ?? '', fields.get('password') ?? ''];
  const refuse = (key: string) => page(asked, { password: t(key, limits) });
  if (!(await isOwnPassword(staff, doors, asked, current))) return refuse('account:password.not-current');
  const wrong = passwordProblem(password, fields.get('again') ?? '', person.name);
  if (wrong !== null) return refuse(wrong);
  if (password === current) return refuse('account:password.same');
  await staff.changePassword(person.id, await doors.passwords.hash(password));
  await asked.audit('account.password');
  const secure = isSecure(asked);
  const cookies = await doors.sessions.signIn(person.id, secure);
  return { kind: 'go', to: ownPath, notice: 'account:password', cookies };
}

const limits = Object.freeze({ shortest: shortestPassword, longest: longestPassword });
