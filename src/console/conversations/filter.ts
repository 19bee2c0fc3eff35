import type { TurnDecision } from '../../conversation/reply.ts';
import { dangerDegrees, dangerKinds } from '../../core/danger/index.ts';
import { addDays, parseDay, type Day } from '../../core/day.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import type { ConversationFilter } from '../../ports/search.ts';
import { decisionsOf, outcomes } from '../numbers/tally.ts';

/** What the list's form sends; anything that it does not offer is left out. */
export function readFilter(query: URLSearchParams, knowledge: Knowledge, me: string): ConversationFilter {
  const given = (name: string): string | undefined => {
    const value = query.get(name)?.trim();
    return value === undefined || value === '' ? undefined : value;
  };
  const decision = decisions.find((each) => each === given('decision'));
  const outcome = outcomes.find((each) => each === given('outcome'));
  const topic = given('topic');
  const intent = given('intent');
  const sure = Number(given('sure'));
  const feedback = given('feedback');
  const state = given('state');
  const [from, until] = [dayOf(given('from')), dayOf(given('until'))];
  return {
    ...some('words', given('q')?.slice(0, longestSearch)),
    ...some('channel', given('channel')),
    ...some('language', given('language')),
    ...some('decision', decision),
    ...some('decisions', outcome === undefined ? undefined : decisionsOf(outcome)),
    ...some('resolved', yesOrNo(given('resolved'))),
    ...some('intents', intent === undefined ? intentsOf(topic, knowledge) : [intent]),
    ...some('surenessBelow', sure > 0 && sure <= 100 ? sure / 100 : undefined),
    ...some('feedback', feedback === 'helped' || feedback === 'not-helped' ? feedback : undefined),
    ...some('handedOver', yesOrNo(given('handed'))),
    ...some('emergency', yesOrNo(given('emergency'))),
    ...some(
      'degree',
      dangerDegrees.find((each) => each === given('degree')),
    ),
    ...some(
      'kind',
      dangerKinds.find((each) => each === given('kind')),
    ),
    ...some('from', from),
    // The last day is meant whole.
    ...some('until', until === undefined ? undefined : addDays(until, 1)),
    ...some('reviewed', state === 'done' ? true : state === 'open' ? false : undefined),
    ...some('assigned', state === 'mine' ? me : undefined),
  };
}

const filterNames = Object.freeze([
  ...['q', 'channel', 'language', 'decision', 'topic', 'intent', 'sure', 'feedback', 'handed', 'emergency'],
  ...['from', 'until', 'state', 'outcome', 'resolved', 'degree', 'kind'],
]);

/** The filter alone, as it goes from page to page. */
export function filterQuery(query: URLSearchParams): URLSearchParams {
  const kept = [...query].filter(([name, value]) => filterNames.includes(name) && value !== '' && value.length <= 1000);
  return new URLSearchParams(kept);
}

export const decisions: readonly TurnDecision[] = Object.freeze([
  ...([
    'answer',
    'clarify',
    'dialog',
    'decline',
    'gap',
    'smalltalk',
    'emergency',
    'command',
    'handover',
    'held',
  ] as const),
]);

/** Nobody remembers more of a conversation; what is longer is cut, and the page says so. */
export const longestSearch = 200;

function some<K extends keyof ConversationFilter>(
  key: K,
  value: ConversationFilter[K],
): Pick<ConversationFilter, K> | object {
  return value === undefined ? {} : { [key]: value };
}

function intentsOf(topic: string | undefined, knowledge: Knowledge): readonly string[] | undefined {
  if (topic === undefined) return undefined;
  return [...knowledge.answers.values()].filter((answer) => answer.topic === topic).map(({ id }) => id);
}

function yesOrNo(text: string | undefined): boolean | undefined {
  return text === 'yes' ? true : text === 'no' ? false : undefined;
}

function dayOf(text: string | undefined): Day | undefined {
  return parseDay(text ?? '') ?? undefined;
}
