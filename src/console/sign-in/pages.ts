import { networkOf } from '../../http/network-of.ts';
import { html, type Html } from '../../web/html.ts';
import { form } from '../form.ts';
import type { OpenPage, Outcome, Visit } from '../page.ts';
import type { Parts } from '../parts.ts';
import type { CheckCredentials } from './check-credentials.ts';
import type { Doors } from './doors.ts';
import { isSecure, placeIn } from './places.ts';
import { codePath } from './code-page.ts';
import { problemWith } from './judge-password.ts';
import { passwordField } from './password-field.ts';

/** Signing in with a name and a password, and out again. */
export function signInPages(
  { issuer, staff }: Parts,
  { sessions }: Doors,
  check: CheckCredentials,
): readonly OpenPage[] {
  return [
    {
      path: '/staff/sign-in',
      role: 'anyone',
      show: (visit) =>
        Promise.resolve(
          visit.person === null ? signInPage(visit, issuer !== null, false) : { kind: 'go', to: placeIn(visit.query) },
        ),
      act: async (visit) => {
        const secure = isSecure(visit);
        const typed = {
          name: (visit.form.get('name') ?? '').slice(0, longestName),
          password: visit.form.get('password') ?? '',
          network: networkOf(visit.address) ?? visit.address,
          browser: sessions.browserOf(visit.req, secure),
        };
        const checked = await check(typed, visit.now);
        // Of what was typed nothing is kept. What was not checked is not written down: a flood would fill the log.
        if (checked.kind === 'refused') await visit.audit('sign-in.refused', { why: 'refused' });
        if (checked.kind !== 'in') return signInPage(visit, issuer !== null, true);
        const { id, name, code } = checked.account;
        if (problemWith(typed.password, name) !== null) await staff.askForPassword(id);
        const to = placeIn(visit.form);
        if (code) return { kind: 'go', to: codePath(to), cookies: [await sessions.open(id, secure, 'code')] };
        await visit.audit('sign-in', { account: id, why: 'password' });
        const cookies = await sessions.signIn(id, secure);
        return { kind: 'go', to, cookies };
      },
    },
    {
      path: '/staff/sign-out',
      role: 'anyone',
      act: async (visit) => {
        if (visit.person !== null) await visit.audit('sign-out');
        const token = sessions.tokenOf(visit.req, isSecure(visit));
        const forgotten = await sessions.end(token, isSecure(visit));
        return { kind: 'go', to: '/staff/sign-in', notice: 'signed-out', cookies: [forgotten] };
      },
    },
  ];
}

/** Refused for whatever reason, the page is the same: it tells neither who has an account nor what was checked. */
function signInPage(visit: Visit, withIssuer: boolean, refused: boolean): Outcome {
  const { t } = visit;
  const to = placeIn(refused ? visit.form : visit.query);
  const fields = html`${refused ? html`<p class="problem" role="alert">${t('sign-in.refused')}</p>` : null}
    <input type="hidden" name="to" value="${to}" />
    <label for="name">${t('sign-in.name')}</label>
    <input id="name" name="name" autocomplete="username" required maxlength="${longestName}" autocapitalize="none" />
    ${passwordField('password', t('sign-in.password'), 'current-password')}
    <button class="button">${t('sign-in.go')}</button>`;
  return {
    kind: 'page',
    title: t('sign-in.title'),
    status: refused ? 401 : 200,
    main: html`${withIssuer ? issuerLink(visit, to) : null} ${form(visit, '/staff/sign-in', fields, 'stacked')}`,
  };
}

function issuerLink({ t }: Visit, to: string): Html {
  return html`<p>
    <a class="button" href="/staff/issuer?to=${encodeURIComponent(to)}">${t('sign-in.issuer')}</a>
  </p>`;
}

/** Longer than any account's name. */
const longestName = 200;
