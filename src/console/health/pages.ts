import type { MailStanding } from '../../ports/mail-standing.ts';
import type { DeliveryState } from '../../ports/outbox.ts';
import { html, type Html } from '../../web/html.ts';
import type { Asked, Page } from '../page.ts';
import { table } from '../table.ts';
import { lasted, when } from '../when.ts';

/** How the installation does, as this process sees it. */
export type Health = {
  readonly knowledge: {
    readonly hash: string;
    /** ISO 8601: since when it answers. */
    readonly since: string;
    readonly busy: boolean;
    /** Why the files as they stand do not answer. */
    readonly problem: { readonly at: string; readonly code: string; readonly message: string } | null;
  };
  /** Null when it answers, else the error's code. */
  readonly database: string | null;
  readonly mail: MailStanding;
  /** Since when each key is, ISO 8601; null where it is given as a setting. */
  readonly keys?: readonly { readonly name: string; readonly since: string | null }[];
  /** When the last backup was whole, ISO 8601. */
  readonly backup?: string | null;
  readonly disk?: { readonly freeBytes: number; readonly allBytes: number } | null;
  readonly outbox: Readonly<Partial<Record<DeliveryState, number>>>;
  readonly problems: readonly {
    readonly at: string;
    readonly level: string;
    readonly code: string;
    readonly message: string;
  }[];
  readonly config: readonly (readonly [name: string, value: string])[];
};

export function healthPages({ health }: { readonly health: () => Promise<Health> }): readonly Page[] {
  return [
    {
      path: '/staff/health',
      role: 'admin',
      menu: 'menu.health',
      show: async (asked) => ({
        kind: 'page',
        wide: true,
        title: asked.t('health.title'),
        main: healthMain(asked, await health()),
      }),
    },
  ];
}

function healthMain(asked: Asked, health: Health): Html {
  const { knowledge, database, mail, outbox, problems, config } = health;
  const { t, now } = asked;
  const deliveries = Object.entries(outbox).map(([state, count]) => `${t(`queue.delivery.${state}`)}: ${count}`);
  return html`${
      knowledge.problem === null
        ? null
        : html`<div class="problem" role="alert">
            <p>
              ${t('health.knowledge-problem')} (<code>${knowledge.problem.code}</code>,
              ${when(asked, knowledge.problem.at)})
            </p>
            <pre>${knowledge.problem.message}</pre>
          </div>`
    }
    <dl>
      <dt>${t('health.knowledge')}</dt>
      <dd>
        <code>${knowledge.hash.slice(0, 12)}</code> · ${t('health.since')} ${when(asked, knowledge.since)}
        (${lasted(asked, knowledge.since, now)})${knowledge.busy ? html` <span class="tag warn">${t('health.learning')}</span>` : null}
      </dd>
      <dt>${t('health.database')}</dt>
      <dd>${database === null ? ok(asked) : html`<span class="tag bad">${database}</span>`}</dd>
      <dt>${t('health.mailbox')}</dt>
      <dd>${mailLine(asked, mail)}</dd>
      <dt>${t('health.outbox')}</dt>
      <dd>${deliveries.length === 0 ? t('health.empty') : deliveries.join(' · ')}</dd>
      ${standingOfFiles(asked, health)}
    </dl>
    <h2>${t('health.problems')}</h2>
    ${problems.length === 0 ? html`<p class="quiet">${t('health.no-problems')}</p>` : problemTable(asked, problems)}
    <h2>${t('health.config')}</h2>
    <p class="quiet">${t('health.config-text')}</p>
    <dl>
      ${config.map(
        ([name, value]) =>
          html`<dt><code>${name}</code></dt>
            <dd>${value === '' ? '–' : value}</dd>`,
      )}
    </dl>`;
}

/** Keys and their age, the last backup, and what is left of the disk. */
function standingOfFiles(asked: Asked, { keys, backup, disk }: Health): Html | null {
  const { t, now, language } = asked;
  if (keys === undefined) return null;
  const daysSince = (instant: string): number => Math.floor((now.getTime() - Date.parse(instant)) / 86_400_000);
  const gigabytes = (bytes: number): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / 1e9);
  const old = backup != null && daysSince(backup) > 7;
  const full = disk != null && disk.freeBytes < disk.allBytes / 20;
  return html`<dt>${t('admin:health.keys')}</dt>
    <dd>
      ${keys.map(
        ({ name, since }) =>
          html`<code>${name}</code>
            ${since === null ? t('admin:health.key-set') : t('admin:health.key-since', { since: since.slice(0, 10), days: daysSince(since) })}<br />`,
      )}
    </dd>
    <dt>${t('admin:health.backup')}</dt>
    <dd>
      ${backup == null ? html`<span class="tag warn">${t('admin:health.backup-none')}</span>` : when(asked, backup)}
      ${old ? html`<span class="tag warn">${t('admin:health.backup-old')}</span>` : null}
    </dd>
    <dt>${t('admin:health.disk')}</dt>
    <dd>
      ${disk == null ? t('admin:health.unknown') : t('admin:health.disk-free', { free: gigabytes(disk.freeBytes), all: gigabytes(disk.allBytes) })}
      ${full ? html`<span class="tag bad">${t('admin:health.disk-full')}</span>` : null}
    </dd>`;
}

/** Whether the box is read, the last mail, and why not, with what to do. */
function mailLine(asked: Asked, { state, since, code, lastMail }: MailStanding): Html {
  const { t, now } = asked;
  if (state === 'off') return html`${t('health.off')}`;
  const kind = { sends: '', connecting: 'warn', connected: 'good', broken: 'bad' }[state];
  const last =
    lastMail === null ? t('admin:health.no-mail') : html`${t('admin:health.last-mail')} ${when(asked, lastMail)}`;
  return html`<span class="tag ${kind}">${t(`admin:health.mail.${state}`)}</span>
    ${since === null ? null : html`${t('health.since')} ${when(asked, since)} (${lasted(asked, since, now)})`}
    ${code === null ? null : html` · <code>${code}</code>: ${t(`admin:health.trouble.${code.replace('mail/', '')}`)}`}
    ${state === 'sends' ? null : html` · ${last}`}`;
}

function ok({ t }: Asked): Html {
  return html`<span class="tag good">${t('health.ok')}</span>`;
}

function problemTable(asked: Asked, problems: Health['problems']): Html {
  const { t } = asked;
  return table(
    t('health.problems'),
    ['at', 'code', 'message'].map((key) => t(`health.column.${key}`)),
    problems.map(
      ({ at, level, code, message }) =>
        html`<tr>
          <td>${when(asked, at)}</td>
          <td><span class="tag ${level === 'error' ? 'bad' : 'warn'}">${code}</span></td>
          <td>${message}</td>
        </tr>`,
    ),
  );
}
