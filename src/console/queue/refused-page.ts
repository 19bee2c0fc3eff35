import type { RefusedMail } from '../../ports/refused-mails.ts';
import { html, type Html } from '../../web/html.ts';
import { press } from '../form.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { table } from '../table.ts';
import { lasted, when } from '../when.ts';

/** Mail that a rule kept from being answered: looked at, then done with; an answer is written from the mailbox. */
export function refusedPages({ refusedMails }: Pick<Parts, 'refusedMails'>): readonly Page[] {
  return [
    {
      path: '/staff/refused',
      role: 'reviewer',
      show: async (asked) => {
        const mail = await refusedMails.read(asked.query.get('id') ?? '');
        if (mail === null) return { kind: 'missing' };
        await asked.audit('refused.read', { mail: mail.id });
        return { kind: 'page', title: asked.t('refused.title'), main: refusedMain(asked, mail) };
      },
    },
    {
      path: '/staff/refused/done',
      role: 'reviewer',
      act: async ({ form, now, audit }) => {
        const id = form.get('id') ?? '';
        const outcome = await refusedMails.done(id, now.toISOString());
        await audit('refused.done', { mail: id, outcome });
        return { kind: 'go', to: '/staff/queue', notice: outcome === 'done' ? 'queue.done' : 'queue.done-before' };
      },
    },
  ];
}

/** Those first that somebody may wait for. */
export function refusedTable(asked: Asked, mails: readonly RefusedMail[]): Html {
  const { t, now } = asked;
  if (mails.length === 0) return html`<p class="quiet">${t('queue.empty')}</p>`;
  const columns = ['subject', 'from', 'reason', 'waiting'].map((key) => t(`queue.column.${key}`));
  const rows = mails.map((mail) => {
    const subject = mail.subject.trim() === '' ? t('refused.no-subject') : mail.subject.slice(0, 120);
    return html`<tr>
      <th scope="row"><a href="${pathOf(mail)}">${subject}</a></th>
      <td>${mail.from === '' ? '–' : mail.from}</td>
      <td>${reasonOf(asked, mail)}${mail.waits ? html` <span class="tag warn">${t('refused.waits')}</span>` : null}</td>
      <td>${lasted(asked, mail.at, now)}</td>
    </tr>`;
  });
  return table(t('queue.refused'), columns, rows);
}

function refusedMain(asked: Asked, mail: RefusedMail): Html {
  const { t } = asked;
  return html`<dl>
      <dt>${t('queue.column.subject')}</dt>
      <dd>${mail.subject === '' ? t('refused.no-subject') : mail.subject}</dd>
      <dt>${t('queue.column.from')}</dt>
      <dd>${mail.from === '' ? '–' : mail.from}</dd>
      <dt>${t('queue.column.when')}</dt>
      <dd>${when(asked, mail.at)}</dd>
      <dt>${t('queue.column.reason')}</dt>
      <dd>${reasonOf(asked, mail)} <code>${mail.code}</code></dd>
    </dl>
    <p class="hint">${t('refused.hint')}</p>
    <pre class="letter">${mail.text}</pre>
    <div class="actions">${press(asked, '/staff/refused/done', t('danger.finish'), { id: mail.id })}</div>`;
}

function reasonOf({ t }: Asked, { code }: RefusedMail): string {
  return t(`refused.reason.${code.replace('mail/', '')}`);
}

function pathOf({ id }: RefusedMail): string {
  return `/staff/refused?id=${encodeURIComponent(id)}`;
}
