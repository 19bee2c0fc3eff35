import { addDays, type Day } from '../../core/day.ts';
import { dueFacts } from '../../knowledge/due-facts.ts';
import type { Answer, Knowledge } from '../../knowledge/schema.ts';
import type { Numbers } from '../../ports/numbers.ts';
import { withoutAccents } from '../../text/letters.ts';
import type { Speaker } from '../../voice/speaker.ts';
import { html, type Html } from '../../web/html.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { languageNamed, titleOf } from '../title-of.ts';
import { answerPath } from './answer.ts';
import type { CurationRoom } from './room.ts';
import { topicNamed } from './topic-names.ts';

type Needed = Pick<Parts, 'current' | 'numbers'> & { readonly room: CurationRoom };

/** Every answer by topic, with its state: what has no document, is to be looked at again, lacks a language, is asked often. */
export function answerListPage({ current, numbers, room }: Needed): Page {
  return {
    path,
    role: 'curator',
    show: async (asked) => {
      const { t, query, today } = asked;
      const { knowledge, speaker } = current();
      const state = states.find((each) => each === query.get('state')) ?? null;
      const words = (query.get('q') ?? '').trim().slice(0, 100);
      const [counts, open] = await Promise.all([
        askedSince(numbers, addDays(today, -season), addDays(today, 1)),
        room.changes.list({ state: 'proposed' }, mostOpen),
      ]);
      const proposed = new Set(open.flatMap(({ files }) => files.map(({ file }) => topicIn(file))));
      const seen = { knowledge, counts, due: dueOn(knowledge, today), often: oftenIn(counts), today };
      const all = [...knowledge.answers.values()].map((answer) => stateOf(answer, seen));
      const shown = all.filter((one) => (state === null || one.states.includes(state)) && holds(one.answer, words));
      const main = html`<p class="lead">${t('curation:answers.lead')}</p>
        ${tabs(asked, all, state, words)}
        <form method="get" action="${path}" role="search" class="inline">
          ${state === null ? null : html`<input type="hidden" name="state" value="${state}" />`}
          <label for="q">${t('curation:answers.search')}</label>
          <input id="q" name="q" type="search" maxlength="100" value="${words}" /><button class="plain">
            ${t('curation:files.go')}
          </button>
        </form>
        ${shown.length === 0 ? html`<p class="lead">${t('curation:none')}</p>` : byTopic(asked, shown, { knowledge, speaker, proposed })}`;
      return { kind: 'page', title: t('curation:answers.title'), wide: true, main };
    },
  };
}

const states = Object.freeze(['gap', 'stale', 'missing', 'often'] as const);
type State = (typeof states)[number];

type Standing = {
  readonly answer: Answer;
  readonly states: readonly State[];
  readonly asked: number;
  readonly missing: readonly string[];
};

type Seen = {
  readonly knowledge: Knowledge;
  readonly counts: ReadonlyMap<string, number>;
  readonly due: ReadonlySet<string>;
  readonly often: ReadonlySet<string>;
  readonly today: Day;
};

function stateOf(answer: Answer, { knowledge, counts, due, often, today }: Seen): Standing {
  const missing = knowledge.languages.filter((language) => answer.text[language] === undefined);
  const last = answer.later.at(-1)?.until ?? (answer.later.length === 0 ? answer.days.until : undefined);
  const isStale =
    answer.reviewed <= addDays(today, -goodFor) ||
    (last !== undefined && last < today) ||
    answer.facts.some((fact) => due.has(fact));
  const is = { gap: answer.kind === 'gap', stale: isStale, missing: missing.length > 0, often: often.has(answer.id) };
  return { answer, states: states.filter((state) => is[state]), asked: counts.get(answer.id) ?? 0, missing };
}

/** Facts whose pages have grown old, or whose day to be looked up again has come. */
function dueOn(knowledge: Knowledge, on: Day): ReadonlySet<string> {
  return new Set(dueFacts(knowledge, { stated: new Map() }, on).map(({ fact }) => fact));
}

async function askedSince(numbers: Numbers, from: string, until: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { key, count } of await numbers.questions('intent', { from, until }))
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + count);
  return counts;
}

/** The first of all, where they were asked more than once. */
function oftenIn(counts: ReadonlyMap<string, number>): ReadonlySet<string> {
  const first = [...counts].filter(([, count]) => count > 1).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return new Set(first.slice(0, mostOften).map(([id]) => id));
}

function tabs(asked: Asked, all: readonly Standing[], current: State | null, words: string): Html {
  const { t } = asked;
  const link = (state: State | null, label: string, count: number): Html => {
    const query = new URLSearchParams({ ...(state !== null && { state }), ...(words !== '' && { q: words }) });
    return html`<li>
      <a href="${path}?${query.toString()}" ${state === current ? html` aria-current="true"` : null}
        >${label} (${count})</a
      >
    </li>`;
  };
  return html`<nav class="tabs" aria-label="${t('curation:answers.title')}">
    <ul>
      ${link(null, t('curation:answers.all'), all.length)}
      ${states.map((state) => link(state, t(`curation:answers.state.${state}`), all.filter((one) => one.states.includes(state)).length))}
    </ul>
  </nav>`;
}

type Known = {
  readonly knowledge: Knowledge;
  readonly speaker: Speaker;
  /** Topics that an open proposal changes. */
  readonly proposed: ReadonlySet<string | null>;
};

/** Topics by name; in each what is asked most first. */
function byTopic(asked: Asked, shown: readonly Standing[], known: Known): Html {
  const groups = [...Map.groupBy(shown, ({ answer }) => answer.topic)]
    .map(([topic, members]) => ({ name: topicNamed(asked, known.speaker, topic), members }))
    .sort((a, b) => a.name.localeCompare(b.name, asked.language));
  return html`${groups.map(
    ({ name, members }) =>
      html`<h2>${name}</h2>
        <ul class="answer-list">
          ${members.toSorted((a, b) => b.asked - a.asked || (a.answer.id < b.answer.id ? -1 : 1)).map((one) => entry(asked, one, known))}
        </ul>`,
  )}`;
}

function entry(asked: Asked, { answer, states: held, asked: count, missing }: Standing, known: Known): Html {
  const { t } = asked;
  const named = missing.map((language) => languageNamed(asked, language)).join(', ');
  const tags = held.map((state) => {
    const label =
      state === 'missing'
        ? t('curation:answers.missing-in', { languages: named })
        : t(`curation:answers.state.${state}`);
    return html`<span class="tag ${toneOf[state]}">${label}</span> `;
  });
  return html`<li>
    <a href="${answerPath(answer.id)}"
      >${titleOf(asked, known.knowledge, answer.id) ?? Object.values(answer.title)[0] ?? answer.id}</a
    >
    <span class="tags"
      >${tags}${known.proposed.has(answer.id) ? html`<span class="tag">${t('curation:answers.proposed')}</span> ` : null}</span
    >
    <span class="quiet">${count === 0 ? null : t('curation:answers.asked', { count })}</span>
  </li>`;
}

/** Every word of it in the title, in any language, in the ways of asking or in the name. */
function holds({ id, title, text }: Answer, words: string): boolean {
  const wanted = withoutAccents(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return true;
  const all = [id, ...Object.values(title), ...Object.values(text).flatMap(({ phrasings }) => phrasings)];
  const there = withoutAccents(all.join('\n'));
  return wanted.every((word) => there.includes(word));
}

/** `topics/gp-price.yaml` or `languages/en/answers/gp-price.yaml` → `gp-price`. */
export function topicIn(file: string): string | null {
  return /^(?:topics|languages\/[a-z]{2}\/answers)\/(.+)\.yaml$/.exec(file)?.[1] ?? null;
}

const path = '/staff/knowledge/answers';
const toneOf: Readonly<Record<State, string>> = { gap: 'warn', stale: 'warn', missing: 'bad', often: 'good' };
/** Half a year without a look. */
const goodFor = 182;
/** Days: what is asked in September is not asked in May. */
const season = 60;
const mostOften = 20;
const mostOpen = 200;
