import type { Matcher } from '../../core/matching/index.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import type { WorkItem, WorkState } from '../../ports/work.ts';
import { html, type Html } from '../../web/html.ts';
import { transcriptPath } from '../conversations/path.ts';
import { form } from '../form.ts';
import type { Asked } from '../page.ts';
import { may } from '../role.ts';
import { isKnown, titleOf } from '../title-of.ts';
import type { Cluster } from './cluster.ts';

type On = { readonly matcher: Matcher; readonly knowledge: Knowledge; readonly state: WorkState };

/** The list, most frequent first: what was asked, why it stands here, and what is done with it without leaving the page. */
export function workList(asked: Asked, clusters: readonly Cluster<WorkItem>[], on: On): Html {
  return html`<ol class="work-list">
      ${clusters.slice(0, mostShown).map((each, at) => entry(asked, each, at, on))}
    </ol>
    <datalist id="answers">
      ${[...on.knowledge.answers.keys()].sort().map((id) => html`<option value="${id}">${titleOf(asked, on.knowledge, id) ?? id}</option>`)}
    </datalist>`;
}

function entry(asked: Asked, { leader, questions, count }: Cluster<WorkItem>, at: number, on: On): Html {
  const { t } = asked;
  const kinds = [...new Set(questions.flatMap((item) => item.kinds))];
  const reasons = [...new Set(questions.flatMap((item) => item.reasons))];
  const title = titleOf(asked, on.knowledge, leader.intent);
  const second = titleOf(asked, on.knowledge, leader.runnerUp);
  return html`<li>
    <p class="asked">${linkTo(leader)}</p>
    <p class="quiet">
      ${t('work:times', { count })} · ${leader.language}
      ${kinds.map((kind) => html`<span class="tag">${t(`work:kind.${kind}`)}</span> `)}
      ${title === null ? null : html`· ${second === null ? title : t('work:between', { topic: title, other: second })}`}
    </p>
    ${reasons.map((reason) => html`<p class="note said">${reason}</p>`)}
    ${questions.length === 1 ? null : others(t('misses.like', { count: questions.length - 1 }), questions.slice(1))}
    ${actions(asked, leader, questions, at, on)}
  </li>`;
}

function actions(asked: Asked, leader: WorkItem, questions: readonly WorkItem[], at: number, on: On): Html {
  const { t, person } = asked;
  const curator = may(person.role, 'curator');
  const { question: text, language } = leader;
  const hidden = html`${questions.map((item) => html`<input type="hidden" name="question" value="${item.question}" />`)}
    <input type="hidden" name="language" value="${language}" /> <input type="hidden" name="text" value="${text}" />`;
  if (on.state !== 'new') {
    const again = html`${hidden}<button class="plain" name="state" value="new">${t('work:again')}</button>`;
    return form(asked, '/staff/misses/mark', again, 'inline');
  }
  const near = nearest(leader, on);
  const select = html`<label for="intent-${at}">${t('work:means')}</label>
    <select id="intent-${at}" name="intent">
      ${near.map((id) => html`<option value="${id}">${titleOf(asked, on.knowledge, id) ?? id}</option>`)}
    </select>
    <label for="other-${at}" class="unseen">${t('work:other')}</label>
    <input id="other-${at}" name="other" list="answers" placeholder="${t('work:other')}" autocomplete="off" size="18" />
    ${curator ? html`<button class="button" formaction="/staff/knowledge/teach">${t('work:teach')}</button>` : null}
    <button class="plain" name="link" value="yes">${t('work:link')}</button>
    <input type="hidden" name="state" value="done" />`;
  const judged = leader.kinds.includes('wrong') && leader.intent !== null && curator;
  return html`${form(asked, '/staff/misses/mark', html`${hidden} ${select}`, 'inline')}
    <div class="actions">
      ${
        curator
          ? html`<a href="/staff/knowledge/new?${new URLSearchParams({ text, language }).toString()}"
              >${t('work:write')}</a
            >`
          : null
      }
      ${form(asked, '/staff/misses/mark', html`${hidden}<button class="plain" name="state" value="done">${t('work:set-done')}</button> <button class="plain" name="state" value="ignored">${t('work:ignore')}</button>`, 'press')}
      ${judged ? form(asked, '/staff/misses/question', html`<input type="hidden" name="question" value="${text}" /><input type="hidden" name="language" value="${language}" /><input type="hidden" name="intent" value="${leader.intent}" /><button class="plain">${t('work:as-question')}</button>`, 'press') : null}
    </div>`;
}

/** What it most likely means, what a colleague called right first; of a near-tie, the two. */
function nearest({ question, intent, runnerUp, kinds }: WorkItem, { matcher, knowledge }: On): readonly string[] {
  const right = kinds.includes('wrong') || runnerUp !== null ? [intent, runnerUp].filter((id) => id !== null) : [];
  const ranked = matcher.match(question).ranked.map((each) => each.intent);
  const known = [...right, ...ranked].filter((id) => isKnown(knowledge, id));
  return [...new Set(known)].slice(0, mostNear);
}

function others(label: string, questions: readonly WorkItem[]): Html {
  return html`<details>
    <summary>${label}</summary>
    <ul>
      ${questions.map((item) => html`<li>${linkTo(item)} (${item.count})</li>`)}
    </ul>
  </details>`;
}

function linkTo({ conversation, position, language, question }: WorkItem): Html {
  const path = transcriptPath(conversation, position ?? undefined);
  return html`<a href="${path}" lang="${language}">${question}</a>`;
}

const mostNear = 6;
const mostShown = 100;
