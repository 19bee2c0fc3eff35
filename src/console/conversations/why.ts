import type { Explanation, Matcher } from '../../core/matching/index.ts';
import { passedBefore } from '../../conversation/listeners/in-order.ts';
import type { Trace } from '../../conversation/reply.ts';
import { html, type Html } from '../../web/html.ts';
import type { Asked } from '../page.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import { titleOf } from '../title-of.ts';
import { percent } from './list-page.ts';
import type { Turn } from './turns-of.ts';

/** Why the reply was what it was: what the journal kept, and how the matcher reads the message now. */
export function why(asked: Asked, turn: Turn, now: { readonly matcher: Matcher; readonly knowledge: Knowledge }): Html {
  const { t } = asked;
  const { trace, heard } = turn;
  if (trace === null) return html`<p class="quiet">${t(heard === null ? 'why.colleague' : 'why.nothing')}</p>`;
  const text = heard?.text.trim() ?? '';
  const summary = [
    t(`decision.${trace.decision}`),
    titleOf(asked, now.knowledge, trace.intent) ?? trace.intent ?? '',
    trace.score === null ? '' : percent(trace.score),
  ];
  return html`<details class="why">
    <summary>${t('why.title')} ${summary.filter((part) => part !== '').join(' · ')}</summary>
    ${kept(asked, trace)}
    ${text === '' ? null : explained(asked, now.matcher.explain(text), trace.knowledge === now.knowledge.hash)}
  </details>`;
}

function kept({ t }: Asked, trace: Trace): Html {
  const { intents, runnerUp, asking, outcome, sources, knowledge, language } = trace;
  const row = rowOf(outcome);
  const { listener = null } = trace;
  const rows: readonly (readonly [string, Html | string | null])[] = [
    ['listener', listener === null ? null : t(`listener.${listener}`)],
    [
      'passed',
      listener === null
        ? null
        : passedBefore(listener)
            .map((name) => t(`listener.${name}`))
            .join(', '),
    ],
    [
      'intents',
      intents
        .map(({ intent, decision, score }) =>
          [intent ?? t(`decision.${decision}`), score === null ? '' : percent(score)].join(' ').trim(),
        )
        .join(', '),
    ],
    ['runner-up', runnerUp === null ? null : `${runnerUp.intent} ${percent(runnerUp.score)}`],
    ['language', language],
    ['asking', asking],
    ['row', row],
    [
      'outcome',
      outcome === null || outcome === undefined ? null : html`<pre>${JSON.stringify(outcome, null, 1)}</pre>`,
    ],
    ['sources', sources.join(', ')],
    ['version', html`<code>${knowledge.slice(0, 12)}</code>`],
  ];
  return list(rows.map(([key, value]) => [t(`why.${key}`), value]));
}

function explained({ t }: Asked, explanation: Explanation, same: boolean): Html {
  const { steps, corrections, evidence, threshold, margin, match } = explanation;
  const [best, second] = match.ranked;
  return html`<h3>${t('why.matcher')}</h3>
    ${same ? null : html`<p class="hint">${t('why.other-version')}</p>`}
    ${list([
      ...steps.map(({ step, tokens }): Row => [t(`why.step.${step}`), tokens.join(' · ')]),
      [t('why.corrections'), corrections.map(({ from, to }) => `${from} → ${to}`).join(', ')],
      [t('why.best'), best === undefined ? '–' : `${best.intent} ${percent(best.score)}`],
      [t('why.runner-up'), second === undefined ? '–' : `${second.intent} ${percent(second.score)}`],
      [t('why.margin'), best === undefined ? '–' : percent(best.score - (second?.score ?? 0))],
      [t('why.threshold'), `${percent(threshold)} · ${t('why.least-margin', { margin: margin.toFixed(2) })}`],
      ...evidence.flatMap(({ intent, phrasing, features }): Row[] => [
        [t('why.phrasing', { intent }), phrasing],
        [
          t('why.features', { intent }),
          features.map(({ feature, weight }) => `${feature} ${weight.toFixed(2)}`).join(' · '),
        ],
      ]),
    ])}`;
}

type Row = readonly [label: string, value: Html | string | null];

function list(rows: readonly Row[]): Html {
  return html`<dl>
    ${rows.map(([label, value]) =>
      value === null || value === ''
        ? null
        : html`<dt>${label}</dt>
            <dd>${value}</dd>`,
    )}
  </dl>`;
}

function rowOf(outcome: unknown): string | null {
  const row = typeof outcome === 'object' && outcome !== null && 'row' in outcome ? outcome.row : null;
  return typeof row === 'string' ? row : null;
}
