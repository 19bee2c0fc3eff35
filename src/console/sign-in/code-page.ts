import { html } from '../../web/html.ts';
import { form } from '../form.ts';
import type { OpenPage, Outcome, Visit } from '../page.ts';
import type { Parts } from '../parts.ts';
import { hashOf } from '../token.ts';
import { codeField } from './code-field.ts';
import { stepOf } from './codes.ts';
import type { Doors } from './doors.ts';
import { isSecure, placeIn } from './places.ts';

const path = '/staff/sign-in/code';

/** After the password, on to where one was going. */
export function codePath(to: string): string {
  return `${path}?to=${encodeURIComponent(to)}`;
}

/** The second step of a sign-in: the code of the account's authenticator. */
export function codePages({ staff }: Pick<Parts, 'staff'>, { sessions, slowDown }: Doors): readonly OpenPage[] {
  const waiting = (visit: Visit) => sessions.awaiting(sessions.tokenOf(visit.req, isSecure(visit)));
  return [
    {
      path,
      role: 'anyone',
      show: async (visit) =>
        (await waiting(visit)) === null ? toSignIn : codePage(visit, placeIn(visit.query), false),
      act: async (visit) => {
        const secure = isSecure(visit);
        const person = await waiting(visit);
        if (person === null) return toSignIn;
        const to = placeIn(visit.form);
        // Who knows the password is slowed down here by the account: there are a million codes, and three are right.
        const tried = { place: `code ${person.id}`, name: hashOf(`code ${person.id}`) };
        if (slowDown.admit(tried, visit.now) === 'too-soon') return codePage(visit, to, true);
        const { secret } = await staff.secondStep(person.id);
        const step = secret === null ? null : stepOf(visit.form.get('code') ?? '', secret, visit.now);
        if (step === null || !(await staff.takeCode(person.id, step))) {
          slowDown.failed(tried, visit.now);
          await visit.audit('sign-in.refused', { account: person.id, why: 'code' });
          return codePage(visit, to, true);
        }
        slowDown.forget(tried, visit.now);
        await visit.audit('sign-in', { account: person.id, why: 'password and code' });
        await sessions.end(sessions.tokenOf(visit.req, secure), secure);
        const cookies = await sessions.signIn(person.id, secure);
        return { kind: 'go', to, cookies };
      },
    },
  ];
}

const toSignIn: Outcome = { kind: 'go', to: '/staff/sign-in' };

function codePage(visit: Visit, to: string, refused: boolean): Outcome {
  const { t } = visit;
  const fields = html`${refused ? html`<p class="problem" role="alert">${t('account:code.refused')}</p>` : null}
    <input type="hidden" name="to" value="${to}" />
    ${codeField(visit)}
    <button class="button">${t('sign-in.go')}</button>`;
  return {
    kind: 'page',
    title: t('account:code.title'),
    status: refused ? 401 : 200,
    main: html`<p class="lead">${t('account:code.lead')}</p>
      ${form(visit, path, fields, 'stacked')}
      <p class="quiet">${t('account:code.lost')}</p>`,
  };
}
