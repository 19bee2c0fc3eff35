import type { Draft } from '../../ports/drafts.ts';
import { draftItem, type Holder } from '../../ports/queue.ts';
import { html, type Html } from '../../web/html.ts';
import { transcriptPath } from '../conversations/path.ts';
import { form, press } from '../form.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { languageNamed } from '../title-of.ts';
import { lasted } from '../when.ts';

type Needed = Pick<Parts, 'drafts' | 'queue' | 'current'>;

/** A letter before it is sent: what is missing is written, all of it is read, then it is approved or dropped. */
export function draftPages({ drafts, queue, current }: Needed): readonly Page[] {
  const action = (name: string, act: (asked: Asked, draft: Draft) => Promise<string>): Page => ({
    path: `/staff/draft/${name}`,
    role: 'reviewer',
    formBytes: 262_144,
    act: async (asked) => {
      const draft = await drafts.read(asked.form.get('id') ?? '');
      if (draft === null) return { kind: 'missing' };
      const holder = await queue.take(draftItem(draft), asked.person, asked.now.toISOString());
      const notice = holder.id === asked.person.id ? await act(asked, draft) : 'taken-by-other';
      await asked.audit(`draft.${name}`, { draft: draft.id, outcome: notice });
      return { kind: 'go', to: pathOf(draft), notice: `queue.${notice}` };
    },
  });
  const edit = async (
    { form: fields, now, person: { name: by } }: Asked,
    draft: Draft,
  ): Promise<'done' | 'not-open'> => {
    const { redact } = current();
    const texts = draft.sections.map(({ text }, index) => redact(fields.get(`section-${index}`) ?? text, { by }).text);
    return drafts.edit(draft.id, texts, now.toISOString());
  };
  return [
    {
      path: '/staff/draft',
      role: 'reviewer',
      show: async (asked) => {
        const draft = await drafts.read(asked.query.get('id') ?? '');
        if (draft === null) return { kind: 'missing' };
        const { item } = draftItem(draft);
        const holder = (await queue.holders([item])).get(item)?.holder ?? null;
        await asked.audit('draft.read', { draft: draft.id });
        return { kind: 'page', title: asked.t('draft.title'), main: draftMain(asked, draft, holder) };
      },
    },
    action('take', () => Promise.resolve('taken')),
    action('edit', async (asked, draft) => ((await edit(asked, draft)) === 'done' ? 'draft-kept' : 'draft-gone')),
    action('approve', async (asked, draft) => {
      if ((await edit(asked, draft)) !== 'done') return 'draft-gone';
      const sent = await drafts.approve(draft.id, asked.now.toISOString());
      if (sent === 'incomplete') return 'draft-incomplete';
      return sent === 'done' ? 'draft-sent' : 'draft-gone';
    }),
    action('drop', async ({ now }, draft) => {
      const dropped = await drafts.drop(draft.id, now.toISOString());
      return dropped === 'done' ? 'draft-dropped' : 'draft-gone';
    }),
  ];
}

function draftMain(asked: Asked, draft: Draft, holder: Holder | null): Html {
  const { t, now } = asked;
  const { id } = draft;
  const open = draft.state === 'open';
  const sections = html`<input type="hidden" name="id" value="${id}" />
    ${draft.sections.map(({ heading, asked: question, text, missing }, index) => {
      const name = `section-${index}`;
      return html`<label for="${name}"
          >${heading ?? t('draft.frame')}${missing ? html` <span class="tag warn">${t('draft.missing')}</span>` : null}</label
        >
        ${question === undefined ? null : html`<p class="hint">${question}</p>`}
        <textarea id="${name}" name="${name}" rows="${Math.min(14, 3 + Math.ceil(text.length / 70))}" maxlength="20000">
${text}</textarea>`;
    })}
    <div class="actions">
      <button class="button" formaction="/staff/draft/approve">${t('draft.approve')}</button>
      <button class="plain">${t('draft.save')}</button>
    </div>`;
  return html`<p class="lead">
      ${languageNamed(asked, draft.language)} · ${lasted(asked, draft.at, now)} · ${t('queue.column.holder')}:
      ${holder?.name ?? '–'}
    </p>
    ${draft.doubt === undefined ? null : html`<p class="notice" role="note">${t(`draft.${draft.doubt}`)}</p>`}
    <p><a href="${transcriptPath(draft.conversation)}">${t('handover.transcript')}</a></p>
    ${
      open
        ? html`<div class="actions">
              ${holder === null ? press(asked, '/staff/draft/take', t('handover.take'), { id }) : null}
              ${press(asked, '/staff/draft/drop', t('draft.drop'), { id })}
            </div>
            ${form(asked, '/staff/draft/edit', sections, 'stacked letter')}`
        : html`<p><span class="tag good">${t(`draft.state.${draft.state}`)}</span></p>`
    }`;
}

function pathOf({ id }: Draft): string {
  return `/staff/draft?id=${encodeURIComponent(id)}`;
}
