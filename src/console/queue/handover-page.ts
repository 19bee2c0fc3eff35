import { handoverItem, type Handover, type Note } from '../../ports/queue.ts';
import type { Account } from '../../ports/staff.ts';
import { html, type Html } from '../../web/html.ts';
import { transcriptPath } from '../conversations/path.ts';
import { form, press } from '../form.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { languageNamed } from '../title-of.ts';
import { lasted, when } from '../when.ts';
import { factRows, titleOfConcern } from './concern.ts';
import { handoverActions } from './handover-acts.ts';
import { insertPage } from './insert.ts';
import { replyChoices } from './reply-choices.ts';
import { stateTag } from './state-tag.ts';
import { lastOfTalk, replyForm } from './talk.ts';

type Needed = Pick<Parts, 'queue' | 'journal' | 'speak' | 'current' | 'staff' | 'savedReplies'>;

/** One hand-over: what it is about, the talk, the reply, and whose it is. */
export function handoverPages(parts: Needed): readonly Page[] {
  const { queue, staff, current } = parts;
  return [
    {
      path: '/staff/handover',
      role: 'reviewer',
      show: async (asked) => {
        const handover = await queue.handover(asked.query.get('reference') ?? '');
        if (handover === null) return { kind: 'missing' };
        await asked.audit('queue.read', { reference: handover.reference });
        const [notes, unsent, accounts, talk, saved] = await Promise.all([
          queue.notes(handover),
          queue.unsent(handoverItem(handover).item, asked.person),
          staff.accounts(asked.now.toISOString()),
          lastOfTalk(asked, parts, handover.conversation),
          parts.savedReplies.list(),
        ]);
        return {
          kind: 'page',
          wide: true,
          title: titleOfConcern(asked, handover, current()),
          main: html`<div class="sides first-known">
            <section class="known" aria-label="${asked.t('handover:standing')}">
              <div id="standing" data-live="${handover.conversation}">${about(asked, handover)}</div>
              ${actions(asked, handover, accounts)}
            </section>
            <div class="matter">
              ${foreign(asked, handover, parts)}
              <section id="talk" data-live="${handover.conversation}" aria-label="${asked.t('handover:talk')}">
                ${talk}
              </section>
              ${handover.state === 'closed' ? null : reply(asked, handover, unsent, replyChoices(asked, parts, handover, saved))}
            </div>
            <aside>${factTable(asked, handover, parts)} ${noted(asked, handover, notes)}</aside>
          </div>`,
        };
      },
    },
    ...handoverActions(parts),
    insertPage(parts),
  ];
}

function about(asked: Asked, handover: Handover): Html {
  const { t, now } = asked;
  const { reference, reason, at, channel, language, holder, waitsSince } = handover;
  return html`<p>${stateTag(asked, handover)}</p>
    <dl>
      <dt>${t('queue.column.reference')}</dt>
      <dd>${reference}</dd>
      <dt>${t('queue.column.holder')}</dt>
      <dd>${holder?.name ?? t('handover:nobody')}</dd>
      <dt>${t('queue.column.reason')}</dt>
      <dd>${t(`queue.reason.${reason}`)}</dd>
      <dt>${t('handover.since')}</dt>
      <dd>${when(asked, at)}</dd>
      ${
        waitsSince === null
          ? null
          : html`<dt>${t('queue.column.waiting')}</dt>
              <dd><span class="tag warn">${lasted(asked, waitsSince, now)}</span></dd>`
      }
      <dt>${t('queue.column.channel')}</dt>
      <dd>${channel} · ${languageNamed(asked, language)}</dd>
    </dl>
    <p><a href="${transcriptPath(handover.conversation)}">${t('handover.transcript')}</a></p>`;
}

function factTable(asked: Asked, handover: Handover, { current }: Pick<Parts, 'current'>): Html | null {
  const rows = factRows(asked, handover, current());
  if (rows.length === 0) return null;
  return html`<h2>${asked.t('handover:told')}</h2>
    <table class="facts">
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}

/** What a colleague writes goes out as written, in whatever language. */
function foreign(asked: Asked, { language }: Handover, { current }: Pick<Parts, 'current'>): Html | null {
  if (language === null || current().speaker.staffLanguages.includes(language)) return null;
  return html`<p class="hint">${asked.t('handover.written-in', { language: languageNamed(asked, language) })}</p>`;
}

function reply(asked: Asked, handover: Handover, unsent: string, choices: Html): Html {
  const { t } = asked;
  const { reference } = handover;
  return replyForm(
    asked,
    '/staff/handover/reply',
    { reference },
    {
      text: unsent,
      keep: '/staff/handover/keep',
      first: choices,
      more: html`<button class="plain" name="then" value="close">${t('handover:send-and-close')}</button>
        <button class="plain" formaction="/staff/handover/keep" formnovalidate>${t('handover:keep')}</button>`,
    },
  );
}

function actions(asked: Asked, { reference, state, holder }: Handover, accounts: readonly Account[]): Html {
  const { t, person } = asked;
  const button = (name: string, label: string) => press(asked, `/staff/handover/${name}`, label, { reference });
  if (state === 'closed') return html`<div class="actions">${button('reopen', t('handover:reopen'))}</div>`;
  const others = accounts.filter(({ id, awaySince }) => id !== holder?.id && awaySince === null);
  const give = html`<input type="hidden" name="reference" value="${reference}" />
    <label for="to">${t('handover:give-to')}</label>
    <select id="to" name="to">
      ${others.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}
    </select>
    <button class="plain">${t('handover:give')}</button>`;
  return html`<div class="actions">
      ${holder === null ? button('take', t('handover.take')) : null}
      ${holder !== null && holder.id !== person.id ? button('take-over', t('handover:take-over')) : null}
      ${holder?.id === person.id ? button('release', t('handover.release')) : null}
      ${button('close', t('handover.close'))}
    </div>
    ${others.length === 0 ? null : form(asked, '/staff/handover/give', give, 'inline')}`;
}

function noted(asked: Asked, { reference }: Handover, notes: readonly Note[]): Html {
  const { t } = asked;
  const fields = html`<input type="hidden" name="reference" value="${reference}" />
    <label for="note">${t('handover:note')}</label>
    <p class="hint" id="note-hint">${t('handover:note-hint')}</p>
    <textarea id="note" name="note" rows="2" maxlength="4000" required aria-describedby="note-hint"></textarea>
    <button class="plain">${t('handover:note-keep')}</button>`;
  return html`<h2>${t('handover:notes')}</h2>
    <div id="notes">
      ${notes.map(
        ({ name, at, text }) =>
          html`<div class="note">
            <p class="quiet">${name} · ${when(asked, at)}</p>
            <p class="said">${text}</p>
          </div>`,
      )}
    </div>
    ${form(asked, '/staff/handover/note', fields, 'stacked')}`;
}
