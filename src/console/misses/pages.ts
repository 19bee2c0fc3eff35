import type { MissedKind } from '../../ports/numbers.ts';
import { html, type Html } from '../../web/html.ts';
import { transcriptPath } from '../conversations/path.ts';
import { spanForm, spanOf } from '../numbers/span.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { table } from '../table.ts';
import { cluster, type Cluster } from './cluster.ts';

/** What came to nothing, like with like: the work list of whoever makes the answers better. */
export function missesPages({ numbers, current }: Pick<Parts, 'numbers' | 'current'>): readonly Page[] {
  return [
    {
      path: '/staff/misses',
      role: 'reviewer',
      menu: 'menu.misses',
      show: async (asked) => {
        const { t, query } = asked;
        const kind = kinds.find((each) => each === query.get('kind')) ?? 'decline';
        const missed = await numbers.missed(kind, spanOf(asked), mostQuestions);
        const { matcher } = current();
        const clusters = cluster(missed, (question) => matcher.stems(question));
        return {
          kind: 'page',
          wide: true,
          title: t('misses.title'),
          main: html`${tabs(asked, kind)} ${spanForm(asked, '/staff/misses', { kind })}
          ${clusters.length === 0 ? html`<p class="lead">${t('misses.none')}</p>` : clusterTable(asked, clusters)}`,
        };
      },
    },
  ];
}

function tabs({ t }: Asked, kind: MissedKind): Html {
  const items = kinds.map(
    (each) =>
      html`<li>
        <a href="/staff/misses?kind=${each}" ${each === kind ? html` aria-current="true"` : null}
          >${t(`misses.${each}`)}</a
        >
      </li>`,
  );
  return html`<nav class="tabs" aria-label="${t('misses.title')}">
    <ul>
      ${items}
    </ul>
  </nav>`;
}

function clusterTable({ t }: Asked, clusters: readonly Cluster[]): Html {
  return table(
    t('misses.title'),
    [{ number: t('misses.count') }, t('misses.questions')],
    clusters.map(
      ({ count, leader, questions }) =>
        html`<tr>
          <td class="number">${count}</td>
          <td>
            <a href="${transcriptPath(leader.conversation)}" lang="${leader.language}">${leader.question}</a>
            ${leader.intent === null ? null : html` <span class="tag">${leader.intent}</span>`}
            ${questions.length === 1 ? null : others(t('misses.like', { count: questions.length - 1 }), questions.slice(1))}
          </td>
        </tr>`,
    ),
  );
}

function others(label: string, questions: Cluster['questions']): Html {
  return html`<details>
    <summary>${label}</summary>
    <ul>
      ${questions.map(({ question, count, language, conversation }) => html`<li><a href="${transcriptPath(conversation)}" lang="${language}">${question}</a> (${count})</li>`)}
    </ul>
  </details>`;
}

const kinds: readonly MissedKind[] = ['decline', 'gap', 'not-helped'];
/** Reading a question's stems takes well under a millisecond; the page stays under half a second. */
const mostQuestions = 500;
