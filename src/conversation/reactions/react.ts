import { carryOut } from '../commands/carry-out.ts';
import { starters } from '../commands/offer-starters.ts';
import { offersCommand } from '../choices/choice-value.ts';
import { formIn } from '../forms/dialogs.ts';
import { lastDecision } from '../forms/look-back.ts';
import { ofCase } from '../forms/of-case.ts';
import { goOn, startForm } from '../forms/interview.ts';
import { personChoice } from '../person/hand-over.ts';
import { sourceLines } from '../result/list-sources.ts';
import type { Choice } from '../reply.ts';
import { phrase, said, type Said, type Situation } from '../said.ts';
import { answer, titleOf, topicChoice } from '../topics/answer-topic.ts';
import { topicsAfter } from '../topics/find-next-topic.ts';
import { isOffered } from '../topics/judge-subject.ts';
import type { ReactionName } from '../../knowledge/reactions-schema.ts';
import { recall } from './recall.ts';
import { heartOf, sentenceWith, stepsIn } from '../topics/say-shorter.ts';

/** What a reaction gets: the last answer shorter, its sources, its reason, what follows it, or what was spoken of. */
export async function react(situation: Situation, reaction: ReactionName): Promise<Said | null> {
  const { state } = situation;
  if (situation.dialogs.standing(state.dialogs) !== null && state.beneath !== true) return inForm(situation, reaction);
  if (reaction === 'recall') return recall(situation);
  if (reaction === 'notThat') return carryOut(situation, { kind: 'notThat' });
  if (reaction === 'again' && state.said !== null) return carryOut(situation, { kind: 'repeat' });
  // What a decision says to do stands on its card.
  const tellsDecision = reaction === 'why' || reaction === 'todo';
  if (tellsDecision && lastDecision(situation) !== null) return carryOut(situation, { kind: 'why' });
  if (offersCommand(state.offered, 'none')) return carryOut(situation, { kind: 'repeat' });
  const last = state.misses > 0 ? null : await lastReply(situation);
  if (last === null) return nothingYet(situation);
  const heard = aboutLast(situation, last, reaction);
  return { ...heard, next: { beneath: state.beneath === true, rating: state.rating ?? null, misses: 0 } };
}

/** In an open form a reaction is about its question. */
function inForm(situation: Situation, reaction: ReactionName): Promise<Said | null> {
  if (reaction === 'unclear') return goOn(situation, { kind: 'means' });
  if (reaction === 'why') return carryOut(situation, { kind: 'why' });
  if (reaction === 'recall') return carryOut(situation, { kind: 'summary' });
  return carryOut(situation, { kind: reaction === 'notThat' ? 'notThat' : 'repeat' });
}

function aboutLast(situation: Situation, last: Last, reaction: ReactionName): Said {
  switch (reaction) {
    case 'shorter':
      return telling(situation, last, 'shorter', { short: heartOf(situation, last.text) }, [inFull(situation, last)]);
    case 'sure':
      return telling(situation, last, ...sourcesSaid(situation, last), followUps(situation, last));
    case 'contradicted':
      return contradicted(situation, last);
    case 'done':
      return { ...telling(situation, last, 'done', {}, followUps(situation, last)), facts: [] };
    case 'why':
      return whyOf(situation, last);
    case 'todo':
      return todoOf(situation, last);
    case 'more':
      // After its short form the answer itself is what more there is.
      return isShort(situation, last) ? wholeOf(situation, last) : moreOf(situation, last);
    default:
      return telling(situation, last, 'unclear', { short: heartOf(situation, last.text) }, otherWays(situation, last));
  }
}

type Last = { readonly intent: string; readonly text: string; readonly facts: readonly string[] };

/** What was answered or decided last, said again for today; null where nothing was, greetings left out. */
async function lastReply(situation: Situation): Promise<Last | null> {
  const { state, knowledge } = situation;
  const { intent, facts, about } = state.last ?? { intent: '', facts: null };
  const form = formIn(knowledge, intent);
  if (form !== null && facts !== null) {
    const { text, facts: stated } = await startForm(ofCase(situation, about ?? null), form, facts, null, {});
    return { intent, text, facts: stated };
  }
  const topic = knowledge.answers.get(intent);
  if (topic === undefined || topic.kind === 'smalltalk') return null;
  const { text, facts: stated } = answer(situation, intent, null);
  return { intent, text, facts: stated };
}

/** Who is right is nobody's to say here: where it stands, and somebody to compare. */
function contradicted(situation: Situation, last: Last): Said {
  const [key, values] = sourcesSaid(situation, last);
  return telling(situation, last, key === 'no-source' ? 'contradicted-no-source' : 'contradicted', values, []);
}

function whyOf(situation: Situation, last: Last): Said {
  const because = situation.knowledge.reactions[situation.language]?.because ?? [];
  const reason = sentenceWith(situation, last.text, because);
  if (reason !== null) return telling(situation, last, 'why', { reason }, followUps(situation, last));
  const [key, values] = sourcesSaid(situation, last);
  if (key === 'no-source') return telling(situation, last, key, values, followUps(situation, last));
  return telling(situation, last, 'no-reason', values, followUps(situation, last));
}

/** The steps that the last answer tells, else what it comes to; of no other topic. */
function todoOf(situation: Situation, last: Last): Said {
  const [steps, next] = [stepsIn(last.text), followUps(situation, last)];
  if (steps === null) return telling(situation, last, 'shorter', { short: heartOf(situation, last.text) }, next);
  return telling(situation, last, 'todo', { topic: titleOf(situation, last.intent), steps }, next);
}

function moreOf(situation: Situation, last: Last): Said {
  const next = followUps(situation, last);
  const key = next.length > 0 ? 'more' : 'no-more';
  return { ...telling(situation, last, key, { topic: titleOf(situation, last.intent) }, next), facts: [] };
}

function wholeOf(situation: Situation, last: Last): Said {
  return { ...answer(situation, last.intent, null), next: {} };
}

function telling(
  situation: Situation,
  last: Last,
  key: string,
  values: Readonly<Record<string, string>>,
  choices: readonly Choice[],
): Said {
  return said('answer', phrase(situation, `reaction.${key}`, values), {
    intent: last.intent,
    facts: last.facts,
    choices: [...choices, personChoice(situation)],
    feedback: true,
  });
}

/** Where the last answer stands: the first documents by name and date, all of them beneath; and when it was looked at. */
function sourcesSaid(
  { knowledge, speaker, language }: Situation,
  { intent, facts }: Last,
): [key: string, values: Readonly<Record<string, string>>] {
  const lines = sourceLines(facts, knowledge, speaker, language);
  if (lines.length === 0) return ['no-source', {}];
  const named = lines.slice(0, mostNamed).map(({ title, dated }) => `${title}, ${dated}`);
  const reviewed = knowledge.answers.get(intent)?.reviewed;
  const sources = named.join(' · ');
  return reviewed === undefined
    ? ['sure', { sources }]
    : ['sure-on', { sources, day: speaker.date(language, reviewed) }];
}

/** A form is no topic: its decision stands above, with its own choices. */
function inFull(situation: Situation, { intent }: Last): Choice {
  return topicChoice(situation, intent);
}

/** The short form offers the topic itself. */
function isShort(situation: Situation, { intent }: Last): boolean {
  const whole = topicChoice(situation, intent).value;
  return situation.knowledge.answers.has(intent) && situation.state.offered.some(({ value }) => value === whole);
}

function followUps(situation: Situation, { intent }: Last): readonly Choice[] {
  return topicsAfter(situation, intent)
    .filter((id) => isOffered(situation, id))
    .slice(0, mostOffered)
    .map((id) => topicChoice(situation, id));
}

/** What the question may have been about instead, then what follows. */
function otherWays(situation: Situation, last: Last): readonly Choice[] {
  const close = (situation.state.last?.close ?? []).filter((id) => isOffered(situation, id));
  const other = [...new Set([...close.slice(0, 1), ...topicsAfter(situation, last.intent), ...close])];
  return other
    .filter((id) => id !== last.intent && isOffered(situation, id))
    .slice(0, mostOffered)
    .map((id) => topicChoice(situation, id));
}

/** Nothing stands that could be said again: after a refusal said so, with where to begin. */
function nothingYet(situation: Situation): Said {
  const { misses } = situation.state;
  return said('clarify', phrase(situation, misses > 0 ? 'reaction.after-refusal' : 'reaction.nothing'), {
    choices: starters(situation),
    next: { misses },
  });
}

const mostNamed = 2;
const mostOffered = 2;
