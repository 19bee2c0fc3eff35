import type { SavedReply } from '../../ports/saved-replies.ts';
import { html, type Html } from '../../web/html.ts';
import { press } from '../form.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { may } from '../role.ts';
import { when } from '../when.ts';
import { editForm, readTexts, wrongIn } from './edit-form.ts';
import { titleOfReply } from './fill.ts';
import { namedIn } from './named-in.ts';

type Needed = Pick<Parts, 'savedReplies' | 'current'>;

/** What the desk sends often: read by everybody, written by curators and administrators. */
export function replyPages(parts: Needed): readonly Page[] {
  const { savedReplies, current } = parts;
  return [
    {
      path: repliesPath,
      role: 'reviewer',
      menu: 'saved:title',
      show: async (asked) => ({
        kind: 'page',
        title: asked.t('saved:title'),
        main: list(asked, parts, await savedReplies.list()),
      }),
    },
    {
      path: `${repliesPath}/edit`,
      role: 'curator',
      formBytes: 262_144,
      show: async (asked) => {
        const id = asked.query.get('id');
        const found = id === null ? null : await savedReplies.read(id);
        if (id !== null && found === null) return { kind: 'missing' };
        const title = found === null ? asked.t('saved:new') : titleOfReply(found, asked);
        return { kind: 'page', title, main: editForm(asked, current().speaker, id ?? '', found?.texts ?? {}, null) };
      },
      act: async (asked) => {
        const { speaker } = current();
        const { texts, given } = readTexts(asked.form, speaker.languages);
        const id = asked.form.get('id') ?? '';
        const wrong = wrongIn(asked, speaker, given);
        if (wrong !== null) {
          const main = editForm(asked, speaker, id, given, wrong);
          return { kind: 'page', title: asked.t('saved:new'), status: 422, main };
        }
        const reply = { id: id === '' ? crypto.randomUUID() : id, texts };
        await savedReplies.keep(reply, asked.person, asked.now.toISOString());
        await asked.audit('replies.keep', { reply: reply.id, languages: Object.keys(texts).join(' ') });
        return { kind: 'go', to: `${repliesPath}#r-${reply.id}`, notice: 'saved:kept' };
      },
    },
    {
      path: `${repliesPath}/remove`,
      role: 'curator',
      show: async (asked) => {
        const found = await savedReplies.read(asked.query.get('id') ?? '');
        if (found === null) return { kind: 'missing' };
        const main = html`<p>${asked.t('saved:remove-text')}</p>
          <div class="actions">
            ${press(asked, `${repliesPath}/remove`, asked.t('saved:remove-go'), { id: found.id })}
            <a href="${repliesPath}">${asked.t('admin:leave-it')}</a>
          </div>`;
        return { kind: 'page', title: asked.t('saved:remove-title', { title: titleOfReply(found, asked) }), main };
      },
      act: async (asked) => {
        const reply = asked.form.get('id') ?? '';
        const outcome = await savedReplies.remove(reply);
        await asked.audit('replies.remove', { reply, outcome });
        return { kind: 'go', to: repliesPath, notice: outcome === 'removed' ? 'saved:removed' : 'saved:not-there' };
      },
    },
  ];
}

function list(asked: Asked, { current }: Needed, replies: readonly SavedReply[]): Html {
  const { t, language, person } = asked;
  const { speaker } = current();
  const writes = may(person.role, 'curator');
  const named = replies
    .map((reply) => ({ reply, title: titleOfReply(reply, asked) }))
    .sort((a, b) => a.title.localeCompare(b.title, language));
  return html`<p class="lead">${t('saved:lead', { languages: namedIn(asked, speaker.staffLanguages.slice(0, 1)) })}</p>
    ${writes ? html`<p><a class="button" href="${repliesPath}/edit">${t('saved:new')}</a></p>` : null}
    ${named.length === 0 ? html`<p class="quiet">${t('saved:none')}</p>` : null}
    <ul class="work-list">
      ${named.map(({ reply, title }) => card(asked, speaker.languages, reply, { title, writes }))}
    </ul>`;
}

function card(
  asked: Asked,
  languages: readonly string[],
  { id, texts, name, at }: SavedReply,
  { title, writes }: { readonly title: string; readonly writes: boolean },
): Html {
  const { t, language } = asked;
  const missing = languages.filter((each) => texts[each] === undefined);
  const [shown] = Object.keys(texts).includes(language) ? [language] : Object.keys(texts);
  return html`<li id="r-${id}">
    <h2>${title}</h2>
    <p class="said" lang="${shown ?? language}">${texts[shown ?? '']?.text ?? ''}</p>
    ${missing.length === 0 ? null : html`<p><span class="tag warn wraps">${t('saved:missing', { languages: namedIn(asked, missing) })}</span></p>`}
    <p class="quiet">${name} · ${when(asked, at)}</p>
    ${
      writes
        ? html`<div class="actions">
            <a class="plain" href="${repliesPath}/edit?id=${encodeURIComponent(id)}">${t('saved:edit')}</a>
            <a class="plain" href="${repliesPath}/remove?id=${encodeURIComponent(id)}">${t('saved:remove')}</a>
          </div>`
        : null
    }
  </li>`;
}

const repliesPath = '/staff/replies';
