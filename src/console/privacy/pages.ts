import { kept, type Exported } from '../../ports/personal-data.ts';
import type { DeskFile } from '../../knowledge/schema.ts';
import { html, type Html } from '../../web/html.ts';
import { keepDaysOf } from '../../privacy/keep-days.ts';
import { transcriptPath } from '../conversations/path.ts';
import { form } from '../form.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';

/** One person's data, given out or erased; what is kept how long. For administrators. */
export function privacyPages({ personalData, current }: Pick<Parts, 'personalData' | 'current'>): readonly Page[] {
  if (personalData === undefined) return [];
  return [
    {
      path: '/staff/privacy',
      role: 'admin',
      menu: 'privacy:menu',
      show: async (asked) => {
        const { t, query } = asked;
        const words = (query.get('who') ?? '').slice(0, 300);
        const found = words === '' ? null : await personalData.find(words);
        const main = html`<p class="lead">${t('privacy:lead')}</p>
          <form method="get" action="/staff/privacy" role="search" class="inline">
            <label for="who">${t('privacy:who')}</label>
            <input id="who" name="who" type="search" maxlength="300" value="${words}" /><button class="plain">
              ${t('privacy:find')}
            </button>
          </form>
          ${found === null ? null : foundList(asked, found)} ${times(asked, current().knowledge.desk)}`;
        return { kind: 'page', title: t('privacy:title'), main };
      },
    },
    {
      path: '/staff/privacy/export',
      role: 'admin',
      act: async ({ form: fields, today, audit }) => {
        const conversation = fields.get('conversation') ?? '';
        const exported = await personalData.export(conversation);
        if (exported === null) return { kind: 'missing' };
        await audit('privacy.export', { conversation });
        const body = `${JSON.stringify(exported, null, 2)}\n`;
        return { kind: 'file', name: `person-${today}.json`, type: 'application/json; charset=utf-8', body };
      },
    },
    {
      path: '/staff/privacy/erase',
      role: 'admin',
      show: async (asked) => {
        const conversation = asked.query.get('conversation') ?? '';
        const exported = await personalData.export(conversation);
        if (exported === null) return { kind: 'missing' };
        return { kind: 'page', title: asked.t('admin:erase.title'), main: askErasure(asked, conversation, exported) };
      },
      act: async ({ form: fields, now, audit }) => {
        const done = await personalData.erase(fields.get('conversation') ?? '', now.toISOString());
        // Not which: the audit log must not keep what was erased.
        await audit('privacy.erase', { erased: done });
        return { kind: 'go', to: '/staff/privacy', notice: done ? 'privacy:erased' : 'privacy:nothing' };
      },
    },
  ];
}

function foundList(asked: Asked, found: readonly string[]): Html {
  const { t } = asked;
  if (found.length === 0) return html`<p role="status">${t('privacy:none')}</p>`;
  const act = (path: string, conversation: string, label: string): Html =>
    form(
      asked,
      path,
      html`<input type="hidden" name="conversation" value="${conversation}" /><button class="plain">${label}</button>`,
      'press',
    );
  return html`<ul>
    ${found.map(
      (conversation) =>
        html`<li>
          <a href="${transcriptPath(conversation)}">${conversation}</a>
          <div class="actions">
            ${act('/staff/privacy/export', conversation, t('privacy:export'))}
            <a href="/staff/privacy/erase?${new URLSearchParams({ conversation }).toString()}">${t('privacy:erase')}</a>
          </div>
        </li>`,
    )}
  </ul>`;
}

/** What goes, counted, before it goes. */
function askErasure(asked: Asked, conversation: string, exported: Exported): Html {
  const { t } = asked;
  const counts = Object.entries(exported).map(([table, rows]) => [table, (rows as readonly unknown[]).length] as const);
  const messages = counts.find(([table]) => table === 'journal')?.[1] ?? 0;
  const besides = counts.filter(([table, count]) => count > 0 && table !== 'journal' && table !== 'conversations');
  const what = besides.map(([table, count]) => `${t(`admin:erase.${table}`)} (${String(count)})`).join(', ');
  const go = html`<input type="hidden" name="conversation" value="${conversation}" />
    <button class="button">${t('admin:erase.go')}</button>`;
  return html`<p><code>${conversation}</code></p>
    <ul>
      <li>${t('admin:erase.entries', { count: messages })}</li>
      <li>${t('admin:erase.with', { what: what === '' ? t('admin:erase.nothing-else') : what })}</li>
      <li>${t('admin:erase.for-good')}</li>
    </ul>
    <div class="actions">
      ${form(asked, '/staff/privacy/erase', go, 'press')} <a href="/staff/privacy">${t('admin:leave-it')}</a>
    </div>`;
}

function times({ t }: Asked, desk: DeskFile): Html {
  const days = keepDaysOf(desk);
  return html`<h2>${t('privacy:kept.title')}</h2>
    <dl>
      ${kept.map(
        (kind) =>
          html`<dt>${t(`privacy:kept.${kind}`)}</dt>
            <dd>${t('privacy:kept.days', { count: days[kind] })}</dd>`,
      )}
    </dl>`;
}
