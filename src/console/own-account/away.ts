import { html, type Html } from '../../web/html.ts';
import { press } from '../form.ts';
import type { Asked, Outcome } from '../page.ts';
import type { Parts } from '../parts.ts';
import { ownPath } from '../sign-in/own-paths.ts';
import { when } from '../when.ts';

/** Being away: what somebody has who goes is anybody's, and nothing is given to them until they are back. */
export async function goAway({ staff }: Pick<Parts, 'staff'>, asked: Asked): Promise<Outcome> {
  const away = asked.form.get('away') === 'yes';
  await staff.setAway(asked.person.id, away ? asked.now.toISOString() : null);
  await asked.audit(away ? 'account.away' : 'account.back', { account: asked.person.id });
  return { kind: 'go', to: ownPath, notice: away ? 'handover:away' : 'handover:back' };
}

export function awayForm(asked: Asked, since: string | null): Html {
  const { t } = asked;
  return html`<h2>${t('handover:away.title')}</h2>
    <p class="hint">${t('handover:away.lead')}</p>
    ${since === null ? null : html`<p>${t('handover:away.since')} ${when(asked, since)}</p>`}
    ${press(asked, `${ownPath}/away`, t(since === null ? 'handover:away.go' : 'handover:away.come-back'), { away: since === null ? 'yes' : 'no' })}`;
}
