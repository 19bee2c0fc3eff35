import { dayInFrance } from '../../day-in-france.ts';
import type { SecondStep } from '../../ports/staff.ts';
import { html, raw, type Html } from '../../web/html.ts';
import { form, press } from '../form.ts';
import type { Asked, Outcome } from '../page.ts';
import type { Parts } from '../parts.ts';
import { codeField } from '../sign-in/code-field.ts';
import { newSecret, pictureOf, stepOf } from '../sign-in/codes.ts';
import type { Doors } from '../sign-in/doors.ts';
import { ownPath } from '../sign-in/own-paths.ts';
import { passwordField } from '../sign-in/password-field.ts';
import { isOwnPassword } from './own-password.ts';
import type { Refuse } from './refused.ts';

type Staff = Pick<Parts, 'staff'>;

/** Off, offered (the picture stands there until a code proves that it was read), or on. */
export async function secondStepForm(asked: Asked, step: SecondStep, refused: string | null): Promise<Html> {
  const { t, person } = asked;
  const problem = refused === null ? null : html`<p class="problem" role="alert">${refused}</p>`;
  if (step.since !== null)
    return html`<p>${t('account:second.on', { since: dayInFrance(new Date(step.since)) })}</p>
      ${step.required ? html`<p class="quiet">${t('account:second.required')}</p>` : endForm(asked, problem)}`;
  const lead = html`<p>${t(step.required ? 'account:second.must' : 'account:second.lead')}</p>`;
  if (step.secret === null)
    return html`${lead} ${press(asked, `${ownPath}/second-step/offer`, t('account:second.offer'))}`;
  const fields = html`${problem} ${codeField(asked)}<button class="button">${t('account:second.begin')}</button>`;
  return html`${lead}
    <p>${t('account:second.scan')}</p>
    <div class="qr" role="img" aria-label="${t('account:second.picture')}">
      ${raw(await pictureOf(step.secret, person.name))}
    </div>
    <p>${t('account:second.type')} <code>${inFours(step.secret)}</code></p>
    ${form(asked, `${ownPath}/second-step/begin`, fields, 'stacked')}`;
}

function endForm(asked: Asked, problem: Html | null): Html {
  const { t } = asked;
  const fields = html`${problem} ${passwordField('own', t('account:password.current'), 'current-password')}
    <button class="plain">${t('account:second.end')}</button>`;
  return form(asked, `${ownPath}/second-step/end`, fields, 'stacked');
}

export async function offerSecondStep({ staff }: Staff, asked: Asked): Promise<Outcome> {
  if (asked.person.source === 'local') await staff.offerSecret(asked.person.id, newSecret());
  await asked.audit('account.second-step-offered');
  return { kind: 'go', to: ownPath };
}

export async function beginSecondStep({ staff }: Staff, asked: Asked, refuse: Refuse): Promise<Outcome> {
  const { person, now, form: fields, t } = asked;
  const { secret, since } = await staff.secondStep(person.id);
  if (secret === null || since !== null) return { kind: 'go', to: ownPath };
  const step = stepOf(fields.get('code') ?? '', secret, now);
  if (step === null || !(await staff.takeCode(person.id, step)))
    return refuse(asked, { code: t('account:code.refused') });
  await staff.beginSecondStep(person.id, now.toISOString());
  await asked.audit('account.second-step');
  return { kind: 'go', to: ownPath, notice: 'account:second-on' };
}

/** Not where an administrator requires it. */
export async function endSecondStep({ staff }: Staff, doors: Doors, asked: Asked, refuse: Refuse): Promise<Outcome> {
  const { person, form: fields, t } = asked;
  const { required } = await staff.secondStep(person.id);
  if (required) return { kind: 'go', to: ownPath };
  const own = await isOwnPassword(staff, doors, asked, fields.get('own') ?? '');
  if (!own) return refuse(asked, { code: t('account:password.not-current') });
  await staff.endSecondStep(person.id);
  await asked.audit('account.second-step-ended');
  return { kind: 'go', to: ownPath, notice: 'account:second-off' };
}

function inFours(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
