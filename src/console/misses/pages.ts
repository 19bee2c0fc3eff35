import { stringify } from 'yaml';
import { withItem } from '../../curation/edit-file.ts';
import type { Matcher } from '../../core/matching/index.ts';
import {
  nearTieMargin,
  workKinds,
  workStates,
  type WorkItem,
  type WorkKind,
  type WorkState,
} from '../../ports/work.ts';
import { html, type Html } from '../../web/html.ts';
import { changePath } from '../curation/parts-of-page.ts';
import { spanForm, spanOf } from '../numbers/span.ts';
import type { Asked, Outcome, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { isKnown } from '../title-of.ts';
import { cluster } from './cluster.ts';
import { workList } from './work-list.ts';

type Needed = Pick<Parts, 'work' | 'current' | 'curation'>;

/** All that there is to make better in one list, like with like, each taught, written, linked, ignored where it stands. */
export function workPages(parts: Needed): readonly Page[] {
  const { work, current } = parts;
  return [
    {
      path: '/staff/misses',
      role: 'reviewer',
      menu: 'menu.misses',
      show: async (asked) => {
        const { t, query } = asked;
        const state = workStates.find((each) => each === query.get('state')) ?? 'new';
        const kind = workKinds.find((each) => each === query.get('kind')) ?? null;
        const { matcher, knowledge } = current();
        const items = await work.list(spanOf(asked), mostQuestions);
        const shown = items.filter(
          (item) =>
            item.state === state &&
            (kind === null || item.kinds.includes(kind)) &&
            (state !== 'new' || !isAnsweredNow(item, matcher)),
        );
        const clusters = cluster(shown, (question) => matcher.stems(question));
        return {
          kind: 'page',
          wide: true,
          title: t('misses.title'),
          main: html`${tabs(asked, state, kind)}
          ${spanForm(asked, '/staff/misses', { state, ...(kind !== null && { kind }) })}
          ${clusters.length === 0 ? html`<p class="lead">${t('misses.none')}</p>` : workList(asked, clusters, { matcher, knowledge, state })}`,
        };
      },
    },
    {
      path: '/staff/misses/mark',
      role: 'reviewer',
      formBytes: 262_144,
      act: (asked) => mark(parts, asked),
    },
    { path: '/staff/misses/question', role: 'curator', act: (asked) => asQuestion(parts, asked) },
  ];
}

/** What was taught leaves the list as soon as it is learned. */
function isAnsweredNow({ kinds, question }: WorkItem, matcher: Matcher): boolean {
  if (!kinds.every((kind) => learned.has(kind))) return false;
  const { kind, ranked } = matcher.match(question);
  const [first, second] = ranked;
  const isClear = (first?.score ?? 0) - (second?.score ?? 0) >= nearTieMargin;
  return kind === 'answer' && (isClear || !kinds.includes('near-tie'));
}

/** Kinds that end with the program's understanding; the others end when a colleague says so. */
const learned: ReadonlySet<WorkKind> = new Set(['decline', 'clarify', 'near-tie']);

async function mark({ work, current }: Needed, asked: Asked): Promise<Outcome> {
  const { form, person, now, audit } = asked;
  const state = workStates.find((each) => each === form.get('state'));
  const language = form.get('language') ?? '';
  const questions = form.getAll('question').map((question) => ({ question, language }));
  if (state === undefined || questions.length === 0) return { kind: 'missing' };
  const intent = (form.get('other') ?? '').trim() || (form.get('intent') ?? '');
  const { knowledge } = current();
  const known = isKnown(knowledge, intent);
  if (form.get('link') === 'yes' && !known) return { kind: 'go', to: '/staff/misses', notice: 'work:which' };
  await work.mark(questions, { state, by: person, at: now.toISOString(), intent: known ? intent : null });
  await audit('work.mark', { state, questions: questions.length });
  return { kind: 'go', to: '/staff/misses', notice: `work:${state}` };
}

/** What was judged wrong, with what is right, as a question that the matcher is measured by from now on. */
async function asQuestion({ curation: room, current }: Needed, asked: Asked): Promise<Outcome> {
  const { form, person, audit, t } = asked;
  const [text, language, intent] = ['question', 'language', 'intent'].map((name) => form.get(name) ?? '') as [
    string,
    string,
    string,
  ];
  const { knowledge } = current();
  const known = isKnown(knowledge, intent);
  if (room === undefined || !known || text === '' || !knowledge.languages.includes(language))
    return { kind: 'missing' };
  const before = room.curation.read(judgedQuestions);
  const item = { text, language, intents: [intent] };
  const after =
    before === null ? stringify({ sealed: false, questions: [item] }) : withItem(before, ['questions'], item);
  if (after === null) return { kind: 'missing' };
  const files = [{ file: judgedQuestions, before, after }];
  const proposed = await room.curation.propose({ files, author: person, reason: t('work:question-reason', { text }) });
  if (proposed.kind === 'unchanged') return { kind: 'go', to: '/staff/misses', notice: 'curation:unchanged' };
  await audit('knowledge.propose', { file: judgedQuestions, change: proposed.id });
  return { kind: 'go', to: changePath(proposed.id), notice: 'curation:proposed' };
}

function tabs({ t }: Asked, state: WorkState, kind: string | null): Html {
  const link = (label: string, query: Record<string, string>, current: boolean): Html =>
    html`<li>
      <a href="/staff/misses?${new URLSearchParams(query).toString()}" ${current ? html` aria-current="true"` : null}
        >${label}</a
      >
    </li>`;
  return html`<nav class="tabs" aria-label="${t('misses.title')}">
      <ul>
        ${workStates.map((each) => link(t(`work:state.${each}`), { state: each, ...(kind !== null && { kind }) }, each === state))}
      </ul>
    </nav>
    <nav class="tabs" aria-label="${t('work:kind-of')}">
      <ul>
        ${link(t('work:all'), { state }, kind === null)}
        ${workKinds.map((each) => link(t(`work:kind.${each}`), { state, kind: each }, each === kind))}
      </ul>
    </nav>`;
}

const judgedQuestions = 'questions/judged.yaml';
/** Reading a question's stems takes well under a millisecond; the page stays under half a second. */
const mostQuestions = 500;
