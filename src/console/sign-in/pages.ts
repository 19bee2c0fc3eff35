import { AppError } from '../../core/errors.ts';
import { createRateLimit } from '../../http/rate-limit.ts';
import { html, type Html } from '../../web/html.ts';
import { form } from '../form.ts';
import type { OpenPage, Outcome, Visit } from '../page.ts';
import type { Parts } from '../parts.ts';
import type { Sessions } from '../sessions.ts';
import { checkCredentials, lockMinutes } from './check-credentials.ts';
import { passwordField } from './password-field.ts';

/** Signing in with a name and a password, and out again. */
export function signInPages({ staff, clock, issuer }: Parts, sessions: Sessions): readonly OpenPage[] {
  const tooOften = createRateLimit(triesPerAddress, clock);
  return [
    {
      path: '/staff/sign-in',
      role: 'anyone',
      show: (visit) =>
        Promise.resolve(
          visit.person === null ? signInPage(visit, issuer !== null, null) : { kind: 'go', to: placeIn(visit.query) },
        ),
      act: async (visit) => {
        const wait = tooOften(visit.address);
        if (wait > 0) throw new AppError('limit/rate', 'Too many tries from this address.', { seconds: wait });
        const name = (visit.form.get('name') ?? '').slice(0, 200);
        const password = visit.form.get('password') ?? '';
        const checked = await checkCredentials(staff, { name, password }, visit.now);
        await visit.audit(checked.kind === 'in' ? 'sign-in' : 'sign-in.refused', { account: name, why: checked.kind });
        if (checked.kind !== 'in') return signInPage(visit, issuer !== null, checked.kind);
        return {
          kind: 'go',
          to: placeIn(visit.form),
          cookies: [await sessions.open(checked.account, isSecure(visit))],
        };
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

export function isSecure({ origin }: Pick<Visit, 'origin'>): boolean {
  return origin.startsWith('https:');
}

function signInPage(visit: Visit, withIssuer: boolean, refused: 'refused' | 'locked' | null): Outcome {
  const { t } = visit;
  const to = placeIn(refused === null ? visit.query : visit.form);
  const fields = html`${refused === null ? null : html`<p class="problem" role="alert">${t(`sign-in.${refused}`, { minutes: lockMinutes })}</p>`}
    <input type="hidden" name="to" value="${to}" />
    <label for="name">${t('sign-in.name')}</label>
    <input id="name" name="name" autocomplete="username" required maxlength="200" autocapitalize="none" />
    ${passwordField('password', t('sign-in.password'), 'current-password')}
    <button class="button">${t('sign-in.go')}</button>`;
  return {
    kind: 'page',
    title: t('sign-in.title'),
    status: refused === null ? 200 : 401,
    main: html`${withIssuer ? issuerLink(visit, to) : null} ${form(visit, '/staff/sign-in', fields, 'stacked')}`,
  };
}

function issuerLink({ t }: Visit, to: string): Html {
  return html`<p>
    <a class="button" href="/staff/issuer?to=${encodeURIComponent(to)}">${t('sign-in.issuer')}</a>
  </p>`;
}

/** A place of the staff room to go on at; anything else is its front page. */
export function placeIn(fields: URLSearchParams): string {
  const to = fields.get('to') ?? '';
  return /^\/staff(?:[/?][\w./?=&%:~+-]*)?$/.test(to) && !to.includes('..') && !to.startsWith('/staff/sign-')
    ? to
    : '/staff';
}

/** A colleague mistypes a few times; a class of guesses is slowed down. Accounts lock by themselves. */
const triesPerAddress = Object.freeze({ burst: 20, perSecond: 0.1 });
