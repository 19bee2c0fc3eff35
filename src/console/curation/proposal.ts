import type { Standing } from '../../curation/answer-draft.ts';
import type { Wish } from '../../curation/curate.ts';
import type { Change } from '../../ports/knowledge-changes.ts';
import { html, type Html } from '../../web/html.ts';
import type { Asked, Outcome } from '../page.ts';
import { changePath } from './parts-of-page.ts';
import type { CurationRoom } from './room.ts';

/** The proposal that a page or its form names, while it waits for a yes. */
export async function proposalIn(fields: URLSearchParams, { changes }: CurationRoom): Promise<Change | null> {
  const id = fields.get('change') ?? '';
  const change = id === '' ? null : await changes.read(id);
  return change?.state === 'proposed' ? change : null;
}

/** Files as a proposal has them, the others as they are. */
export function standingIn({ curation }: CurationRoom, change: Change | null): Standing {
  return (file) => {
    const held = change?.files.find((one) => one.file === file);
    return held === undefined ? curation.read(file) : held.after;
  };
}

/** A proposal of its own, or one that is open and takes more; nothing to choose where none is. */
export async function whereTo(asked: Asked, { changes }: CurationRoom, chosen: Change | null): Promise<Html | null> {
  const { t } = asked;
  const open = await changes.list({ state: 'proposed' }, mostOpen);
  if (open.length === 0) return null;
  return html`<label for="change">${t('curation:where')}</label>
    <select id="change" name="change">
      <option value="">${t('curation:where-new')}</option>
      ${open.map(({ id, reason, files, author }) => html`<option value="${id}" ${id === chosen?.id ? html` selected` : null}>${author.name}: ${reason === '' ? (files[0]?.file ?? '') : reason}</option>`)}
    </select>`;
}

/** Keeps what was written where the form says, with the reason that it gives, else the proposal's, else the usual one. */
export async function propose(
  asked: Asked,
  room: CurationRoom,
  files: Wish['files'],
  { usual, back }: { readonly usual: string; readonly back: string },
): Promise<Outcome> {
  const into = await proposalIn(asked.form, room);
  const reason = (asked.form.get('reason') ?? '').trim().slice(0, 500) || (into?.reason ?? usual);
  const wish = { files, author: asked.person, reason };
  const id = into === null ? await fresh(room, wish) : await room.curation.amend(into.id, wish);
  if (id === null) return { kind: 'go', to: back, notice: 'curation:unchanged' };
  await asked.audit(into === null ? 'knowledge.propose' : 'knowledge.amend', {
    file: files.map(({ file }) => file).join(', '),
    change: id,
  });
  return { kind: 'go', to: changePath(id), notice: into === null ? 'curation:proposed' : 'curation:amended' };
}

async function fresh({ curation }: CurationRoom, wish: Wish): Promise<string | null> {
  const proposed = await curation.propose(wish);
  return proposed.kind === 'proposed' ? proposed.id : null;
}

const mostOpen = 50;
