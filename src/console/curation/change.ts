import { patchOf, type Published } from '../../curation/curate.ts';
import type { PreviewState, QuestionDifference } from '../../curation/preview/state.ts';
import type { Change } from '../../ports/knowledge-changes.ts';
import { html, type Html } from '../../web/html.ts';
import { form, press } from '../form.ts';
import type { Asked, Outcome, Page } from '../page.ts';
import { when } from '../when.ts';
import { answerPath } from './answer.ts';
import { topicIn } from './answers.ts';
import { mayPublish } from './administrators-files.ts';
import { beside, changePath, difference, filePath, findingsList } from './parts-of-page.ts';
import type { CurationRoom } from './room.ts';

/** One change: what it says, what it would change, and a person's yes or no. */
export function changePages(room: CurationRoom): readonly Page[] {
  return [
    {
      path: '/staff/knowledge/change',
      role: 'curator',
      show: async (asked) => {
        const change = await room.changes.read(asked.query.get('id') ?? '');
        return change === null ? { kind: 'missing' } : changePage(asked, room, change, null);
      },
      act: async (asked) => {
        const change = await room.changes.read(asked.form.get('id') ?? '');
        if (change === null) return { kind: 'missing' };
        const noted = { change: change.id, file: namesOf(change) };
        switch (asked.form.get('do')) {
          case 'publish': {
            if (!mayPublish(asked, change.files)) {
              await asked.audit('knowledge.publish.refused', noted);
              return { kind: 'go', to: changePath(change.id), notice: 'admin:admin-only' };
            }
            const end = await room.curation.publish(change.id, asked.person, asked.form.get('seen') ?? undefined);
            await asked.audit('knowledge.publish', { ...noted, end: end.kind });
            if (end.kind !== 'published') return changePage(asked, room, change, end);
            return { kind: 'go', to: changePath(change.id), notice: 'curation:published' };
          }
          case 'drop':
            await room.curation.drop(change.id, asked.person);
            await asked.audit('knowledge.drop', noted);
            return { kind: 'go', to: '/staff/knowledge', notice: 'curation:dropped' };
          case 'rebase': {
            const id = await room.curation.rebase(change.id, asked.person);
            await asked.audit('knowledge.rebase', { ...noted, to: id });
            return id === null
              ? { kind: 'go', to: changePath(change.id), notice: 'curation:not-rebased' }
              : { kind: 'go', to: changePath(id), notice: 'curation:rebased' };
          }
          case 'bring-back-before':
          case 'bring-back-after':
            return bringBack(asked, room, change);
          default:
            return { kind: 'missing' };
        }
      },
    },
    {
      path: '/staff/knowledge/patch',
      role: 'curator',
      show: async ({ query }) => {
        const change = await room.changes.read(query.get('id') ?? '');
        if (change === null) return { kind: 'missing' };
        return {
          kind: 'file',
          name: `${(change.files[0]?.file ?? '').replaceAll('/', '-')}.patch`,
          type: 'text/x-diff; charset=utf-8',
          body: patchOf([change]),
        };
      },
    },
  ];
}

/** One click where one person's yes is enough; else a proposal for the second. */
async function bringBack(asked: Asked, room: CurationRoom, change: Change): Promise<Outcome> {
  const side = asked.form.get('do') === 'bring-back-before' ? 'before' : 'after';
  const reason = asked.t('curation:back.reason', { number: change.number ?? 0 });
  const proposed = await room.curation.bringBack(change.id, side, asked.person, reason);
  if (proposed.kind !== 'proposed') return { kind: 'go', to: changePath(change.id), notice: 'curation:unchanged' };
  if (!mayPublish(asked, change.files)) {
    await asked.audit('knowledge.publish.refused', { file: namesOf(change), change: proposed.id });
    return { kind: 'go', to: changePath(proposed.id), notice: 'admin:admin-only' };
  }
  const end = await room.curation.publish(proposed.id, asked.person);
  await asked.audit('knowledge.bring-back', { file: namesOf(change), change: proposed.id, end: end.kind });
  return {
    kind: 'go',
    to: changePath(proposed.id),
    notice: end.kind === 'published' ? 'curation:published' : 'curation:proposed',
  };
}

async function changePage(
  asked: Asked,
  room: CurationRoom,
  change: Change,
  refused: Published | null,
): Promise<Outcome> {
  const { t } = asked;
  const proposed = change.state === 'proposed';
  const findings = proposed
    ? await room.lint(new Map(change.files.map(({ file, after }) => [file, after])), asked.today)
    : null;
  const main = html`${refused === null ? null : refusal(asked, change, refused)} ${about(asked, change)}
  ${proposed ? decide(asked, change) : afterwards(asked, room, change)} ${differences(asked, change)}
  ${
    findings === null
      ? null
      : html`<h2>${t('curation:lint.title')}</h2>
          ${findingsList(asked, findings)}`
  }
  ${proposed ? preview(asked, room.previews.of(change, room.state().hash, asked.today)) : null}`;
  return {
    kind: 'page',
    title: t('curation:change.title', { file: namesOf(change) }),
    wide: true,
    main,
    ...(refused !== null && { status: 409 }),
  };
}

/** File by file, each under its name where there are several. */
function differences(asked: Asked, { files }: Change): Html {
  return html`${files.map(
    ({ file, before, after }) =>
      html`${files.length === 1 ? null : html`<h3><code>${file}</code></h3>`} ${difference(asked, before, after)}`,
  )}`;
}

function namesOf({ files }: Change): string {
  return files.map(({ file }) => file).join(', ');
}

/** An answer is edited in its form, any other file as it is; of a proposal, as that has it. */
function editPath(file: string, change: string): string {
  const topic = topicIn(file);
  return topic === null ? filePath(file, change) : answerPath(topic, change);
}

function about(asked: Asked, { id, files, author, reason, at, state, decided, number }: Change): Html {
  const { t } = asked;
  return html`<dl>
    <dt>${t('curation:change.file')}</dt>
    ${files.map(({ file }) => html`<dd><a href="${editPath(file, state === 'proposed' ? id : '')}">${file}</a></dd>`)}
    <dt>${t('curation:change.author')}</dt>
    <dd>${author.name}, ${when(asked, at)}</dd>
    <dt>${t('curation:change.reason')}</dt>
    <dd>${reason === '' ? '–' : reason}</dd>
    <dt>${t('curation:change.state')}</dt>
    <dd>
      ${t(`curation:state.${state}`, { number: number ?? 0 })}${decided === null ? null : html`: ${decided.by.name}, ${when(asked, decided.at)}`}
    </dd>
  </dl>`;
}

function decide(asked: Asked, { id, at, files }: Change): Html {
  const { t } = asked;
  const edits = new Map(files.map(({ file }) => [editPath(file, id), topicIn(file) ?? file]));
  const publish = html`<input type="hidden" name="id" value="${id}" />
    <input type="hidden" name="seen" value="${at}" />
    <button class="button" name="do" value="publish">${t('curation:publish')}</button>
    <button class="plain" name="do" value="drop">${t('curation:drop')}</button>
    ${[...edits].map(([path, what]) => html`<a href="${path}">${edits.size === 1 ? t('curation:edit') : t('curation:edit-of', { what })}</a>`)}`;
  return form(asked, '/staff/knowledge/change', publish, 'actions');
}

function afterwards(asked: Asked, room: CurationRoom, change: Change): Html {
  const { t } = asked;
  if (change.state !== 'published') return html``;
  const { busy, problem } = room.state();
  const back = html`<input type="hidden" name="id" value="${change.id}" />
    <button class="plain" name="do" value="bring-back-before">${t('curation:back.before')}</button>
    <button class="plain" name="do" value="bring-back-after">${t('curation:back.after')}</button>`;
  return html`<p
      class="${problem === null ? 'quiet' : 'problem'}"
      role="status"
      ${busy ? html`data-refresh="2"` : null}
    >
      ${problem !== null ? t('curation:live.broken', { message: problem.message }) : busy ? t('curation:live.busy') : t('curation:live.done')}
    </p>
    <div class="actions">
      ${form(asked, '/staff/knowledge/change', back, 'actions')}
      ${press(asked, '/staff/told/begin', t('curation:told.go'), { change: change.id })}
      <a href="/staff/knowledge/patch?id=${change.id}" download>${t('curation:patch.go')}</a>
    </div>`;
}

function refusal(asked: Asked, change: Change, refused: Published): Html {
  const { t } = asked;
  const anew = html`<input type="hidden" name="id" value="${change.id}" />
    <button class="plain" name="do" value="rebase">${t('curation:rebase')}</button>`;
  const why =
    refused.kind === 'changed-meanwhile'
      ? t('curation:refused.changed-meanwhile', { name: refused.theirs?.author.name ?? t('curation:somebody') })
      : t(`curation:refused.${refused.kind}`);
  return html`<div class="problem" role="alert">
    <p>${why}</p>
    ${refused.kind === 'broken' ? findingsList(asked, refused.problems) : null}
    ${
      refused.kind === 'changed-meanwhile'
        ? html`${refused.theirs === null ? null : differences(asked, refused.theirs)}
          ${form(asked, '/staff/knowledge/change', anew)}`
        : null
    }
  </div>`;
}

/** Which would now be answered differently, old beside new; how far the search is. */
function preview(asked: Asked, state: PreviewState): Html {
  const { t } = asked;
  const running = state.stage !== 'done' && state.stage !== 'failed';
  const counts = { compared: state.compared, read: state.read, logged: state.logged, count: state.messagesDiffering };
  const status =
    state.stage === 'failed'
      ? t('curation:preview.failed', { problem: state.problem ?? '' })
      : t(`curation:preview.${state.stage}`, counts);
  return html`<section aria-labelledby="preview" ${running ? html`data-refresh="2"` : null}>
    <h2 id="preview">${t('curation:preview.title')}</h2>
    <p role="status">${status} ${running ? html`<a href="">${t('curation:preview.look-again')}</a>` : null}</p>
    ${running ? html`<progress max="${Math.max(1, state.logged)}" value="${state.read}" aria-label="${t('curation:preview.title')}"></progress>` : null}
    ${questions(asked, state)}
    <h3>${t('curation:preview.messages', { count: state.messagesDiffering })}</h3>
    ${state.messages.map(
      ({ text, language, before, after }) =>
        html`<details class="differs">
          <summary lang="${language}">
            ${text} <span class="quiet">${before.intent ?? before.decision} → ${after.intent ?? after.decision}</span>
          </summary>
          ${beside(asked, before.reply, after.reply)}
        </details>`,
    )}
    <h3>${t('curation:preview.rendered', { count: state.rendered.length })}</h3>
    ${state.rendered.map(
      ({ kind, id, language, on, before, after }) =>
        html`<details class="differs">
          <summary>
            ${t(`curation:kind.${kind}`)} <code>${id}</code> ${language ?? ''} <span class="quiet">${on}</span>
          </summary>
          ${beside(asked, before, after)}
        </details>`,
    )}
  </section>`;
}

function questions({ t }: Asked, { questions: asked }: PreviewState): Html | null {
  if (asked === null) return null;
  return html`<h3>${t('curation:preview.questions', { count: asked.differing.length })}</h3>
    <p>${t('curation:preview.right', { asked: asked.asked, before: asked.rightBefore, after: asked.rightAfter })}</p>
    <details>
      <summary>${t('curation:preview.which')}</summary>
      <ul>
        ${worstFirst(asked.differing).map(
          ({ text, language, expected, before, after, turn }) =>
            html`<li>
              <span lang="${language}">${text}</span>
              <span class="tag ${tone[turn]}">${t(`curation:turn.${turn}`)}</span>
              <span class="quiet">${before} → ${after} (${expected.join(', ')})</span>
            </li>`,
        )}
      </ul>
    </details>`;
}

function worstFirst(differing: readonly QuestionDifference[]): readonly QuestionDifference[] {
  const order = ['worse', 'better', 'other'];
  return differing.toSorted((a, b) => order.indexOf(a.turn) - order.indexOf(b.turn));
}

const tone = Object.freeze({ better: 'good', worse: 'bad', other: '' });
