import type { Explanation, Matcher } from '../../core/matching/index.ts';
import { passedBefore } from '../../conversation/listeners/in-order.ts';
import type { Trace } from '../../conversation/reply.ts';
import type { Speaker } from '../../voice/speaker.ts';
import { html, type Html } from '../../web/html.ts';
import type { Asked } from '../page.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import { labelOf } from '../queue/concern.ts';
import { languageNamed, titleOf } from '../title-of.ts';
import { percent } from './list-page.ts';
import type { Turn } from './turns-of.ts';

type Now = { readonly matcher: Matcher; readonly knowledge: Knowledge; readonly speaker: Speaker };

/** Why the reply was what it was: what the journal kept, and how the matcher reads the message now. */
export function why(asked: Asked, turn: Turn, now: Now): Html {
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
    ${kept(asked, trace, now)}
    ${text === '' ? null : explained(asked, now.matcher.explain(text), trace.knowledge === now.knowledge.hash, now.knowledge)}
  </details>`;
}

function kept(asked: Asked, trace: Trace, { knowledge, speaker }: Now): Html {
  const { t } = asked;
  const { intents, runnerUp, asking, outcome, sources, language } = trace;
  const row = rowOf(outcome);
  const { listener = null } = trace;
  const rows: readonly (readonly [string, Html | string | null])[] = [
    ['listener', listener === null ? null : t(`listener.${listener}`)],
    [
      'passed',
      listener === null
        ? null
        : folded(
            t('why.passed-count', { count: passedBefore(listener).length }),
            passedBefore(listener)
              .map((name) => t(`listener.${name}`))
              .join(', '),
          ),
    ],
    [
      'intents',
      intents
        .map(({ intent, decision, score }) =>
          [
            intent === null ? t(`decision.${decision}`) : named(asked, knowledge, intent),
            score === null ? '' : percent(score),
          ]
            .join(' ')
            .trim(),
        )
        .join(', '),
    ],
    ['runner-up', runnerUp === null ? null : `${named(asked, knowledge, runnerUp.intent)} ${percent(runnerUp.score)}`],
    ['language', languageNamed(asked, language)],
    ['asking', asking === null ? null : (labelOf(speaker, asked.language, asking) ?? asking)],
    ['row', row],
    [
      'outcome',
      outcome === null || outcome === undefined
        ? null
        : folded(t('why.as-data'), html`<pre>${JSON.stringify(outcome, null, 1)}</pre>`),
    ],
    ['sources', sources.join(', ')],
    ['version', html`<code>${trace.knowledge.slice(0, 12)}</code>`],
  ];
  return list(rows.map(([key, value]) => [t(`why.${key}`), value]));
}

/** How the matcher reads the message now: in a sentence, then what became of its words on the way. */
function explained(asked: Asked, explanation: Explanation, same: boolean, knowledge: Knowledge): Html {
  const { t } = asked;
  const { steps, corrections } = explanation;
  return html`<h3>${t('why.matcher')}</h3>
    ${same ? null : html`<p class="hint">${t('why.other-version')}</p>`}
    <p>${inWords(asked, explanation, knowledge)}</p>
    ${list([
      ...changing(steps.slice(0, -1)).map(({ step, tokens }): Row => [t(`why.step.${step}`), tokens.join(' · ')]),
      [t('why.corrections'), corrections.map(({ from, to }) => `${from} → ${to}`).join(', ')],
      ...explanation.evidence.map(({ intent, phrasing }): Row => [
        t('why.phrasing', { intent: named(asked, knowledge, intent) }),
        phrasing,
      ]),
    ])}`;
}

/** What was written, then each step that made another of it. */
function changing(steps: Explanation['steps']): Explanation['steps'] {
  return steps.filter(({ tokens }, at) => at === 0 || tokens.join(' ') !== steps[at - 1]?.tokens.join(' '));
}

function folded(summary: string, content: Html | string): Html {
  return html`<details>
    <summary>${summary}</summary>
    ${content}
  </details>`;
}

/** "carte, perdu spoke for Lost card; next Never came; sure 62 %, needed 55 %". */
function inWords(asked: Asked, explanation: Explanation, knowledge: Knowledge): Html {
  const { t } = asked;
  const { match, threshold, evidence } = explanation;
  const [best, second] = match.ranked;
  if (best === undefined) return html`${t('why.nothing-near')}`;
  const words = wordsThatSpoke(explanation, evidence[0]?.features ?? []);
  const spoke = words.map((word, at) => html`${at === 0 ? null : ', '}<em>${word}</em>`);
  const topic = named(asked, knowledge, best.intent);
  return html`${words.length === 0 ? null : spoke}
  ${t(words.length === 0 ? 'why.whole-for' : 'why.spoke-for', { topic })}${second === undefined ? null : t('why.next', { topic: named(asked, knowledge, second.intent) })};
  ${t('why.sure', { sure: percent(best.score), needed: percent(threshold) })}`;
}

/** The message's own words behind what the matcher weighed: a part of a word speaks for the word, two words for both. */
function wordsThatSpoke(
  { steps }: Explanation,
  features: Explanation['evidence'][number]['features'],
): readonly string[] {
  const of = (name: string): readonly string[] => steps.find(({ step }) => step === name)?.tokens ?? [];
  const [stems, tokens] = [of('stems'), of('synonyms')];
  const spoke = features
    .filter(({ weight }) => weight > 0)
    .flatMap(({ feature }) => {
      if (feature.startsWith('…')) return tokens.filter((token) => token.includes(feature.replaceAll('…', '')));
      return feature.split(' ').flatMap((stem) => tokens[stems.indexOf(stem)] ?? []);
    });
  return [...new Set(spoke)].slice(0, mostWords);
}

function named(asked: Asked, knowledge: Knowledge, intent: string): string {
  return titleOf(asked, knowledge, intent) ?? intent;
}

const mostWords = 4;

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
