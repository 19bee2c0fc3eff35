import { html, type Html } from '../../web/html.ts';
import type { Asked, Outcome, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import type { Doors } from '../sign-in/doors.ts';
import { ownPath } from '../sign-in/own-paths.ts';
import { awayForm, goAway } from './away.ts';
import { changePassword, passwordForm } from './change-password.ts';
import type { Refused } from './refused.ts';
import { beginSecondStep, endSecondStep, offerSecondStep, secondStepForm } from './second-step.ts';

/** Everybody's own account: the password, and the second step of the sign-in. */
export function ownAccountPages(parts: Pick<Parts, 'staff'>, doors: Doors): readonly Page[] {
  const page = (asked: Asked, refused: Refused = {}) => ownPage(parts, asked, refused);
  const form = (end: string, act: NonNullable<Page['act']>): Page => ({ path: ownPath + end, role: 'reviewer', act });
  return [
    { path: ownPath, role: 'reviewer', show: (asked) => page(asked) },
    form('/away', (asked) => goAway(parts, asked)),
    form('/password', (asked) => changePassword(parts, doors, asked, page)),
    form('/second-step/offer', (asked) => offerSecondStep(parts, asked)),
    form('/second-step/begin', (asked) => beginSecondStep(parts, asked, page)),
    form('/second-step/end', (asked) => endSecondStep(parts, doors, asked, page)),
  ];
}

async function ownPage({ staff }: Pick<Parts, 'staff'>, asked: Asked, refused: Refused): Promise<Outcome> {
  const { t, person, now } = asked;
  const accounts = await staff.accounts(now.toISOString());
  const away = awayForm(asked, accounts.find(({ id }) => id === person.id)?.awaySince ?? null);
  return {
    kind: 'page',
    title: t('account:title'),
    status: Object.keys(refused).length === 0 ? 200 : 422,
    main:
      person.source === 'issuer'
        ? html`<p class="lead">${t('account:elsewhere')}</p>
            ${away}`
        : html`${await forms(asked, refused, await staff.secondStep(person.id))} ${away}`,
  };
}

async function forms(
  asked: Asked,
  refused: Refused,
  step: Awaited<ReturnType<Parts['staff']['secondStep']>>,
): Promise<Html> {
  const { t, person } = asked;
  return html`<p class="lead">${t('account:lead', { name: person.name })}</p>
    <h2>${t('account:password.title')}</h2>
    ${passwordForm(asked, refused.password ?? null)}
    <h2>${t('account:second.title')}</h2>
    ${await secondStepForm(asked, step, refused.code ?? null)}`;
}
