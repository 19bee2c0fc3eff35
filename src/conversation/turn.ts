import type { Match } from '../core/matching/matcher.ts';
import { answer, answerEach } from './answering.ts';
import { chosen } from './choices.ts';
import { decline, whichOne } from './clarifying.ts';
import { carryOut, greet, resume } from './commanding.ts';
import { readCommand, type Command } from './commands.ts';
import { changedDecision, nextTopic, opensAsFollowUp } from './follow-up.ts';
import { continueForm, dialogIn, goOn, startForm } from './interviewing.ts';
import { languageOf } from './language.ts';
import type { DialogId, Facts } from './dialogs.ts';
import type { Choice, Effect, Incoming, Reply, Trace } from './reply.ts';
import { dangerIn, safetyReply } from './safety.ts';
import { dialogTurn, phrase, said, type Said, type Situation, type TurnParts } from './said.ts';
import { sourceLines, sourceOf } from './sources.ts';
import { questionsIn } from './split.ts';
import type { ConversationState } from './state.ts';
import { isOneOf, wordsOf } from './words.ts';

export type TurnResult = {
  readonly replies: readonly Reply[];
  readonly state: ConversationState;
  readonly trace: Trace;
  readonly effects: readonly Effect[];
};

/** One turn: a function of the message, the conversation's state, the knowledge and the day. Nothing is kept or sent. */
export type Turn = (incoming: Incoming, state: ConversationState) => Promise<TurnResult>;

export function createTurn(parts: TurnParts): Turn {
  return async (incoming, state) => {
    const spoken = languageOf(
      incoming.text,
      { conversation: state.language, locale: incoming.locale, desk: parts.knowledge.languages },
      parts.matcher,
    );
    const situation: Situation = { ...parts, incoming, state, language: spoken.language };
    return resultOf(situation, await respond(situation, spoken.foreign));
  };
}

/** The order is the policy: danger first, then commands, then the open form, then what the message asks. */
async function respond(situation: Situation, foreign: string | null): Promise<Said> {
  const { incoming, knowledge } = situation;
  if (incoming.kind === 'join') return greet(situation);
  const danger = dangerIn(incoming.text, knowledge.safety);
  if (danger !== null) return emergency(situation, danger, foreign);
  if (!/[\p{L}\p{N}?👍👎]/u.test(incoming.text))
    return said('clarify', phrase(situation, 'nothing-to-read'), { next: {} });
  const picked = choiceMade(situation);
  if (picked !== null) {
    const done = await follow(situation, picked);
    if (done !== null) return done;
  }
  const command = readCommand(incoming.text, Object.values(knowledge.reading));
  const carried = command === null ? await verdictOnLast(situation) : await carryOut(situation, command);
  if (carried !== null) return carried;
  return understand(situation, foreign);
}

/** A bare yes or no after an answer says whether it helped. */
function verdictOnLast(situation: Situation): Promise<Said | null> | null {
  const reading = situation.knowledge.reading[situation.language];
  const nothingAsked = situation.dialogs.standing(situation.state.dialogs) === null && situation.state.last !== null;
  if (reading === undefined || !nothingAsked) return null;
  const yes = isOneOf(situation.incoming.text, reading.yes);
  const no = isOneOf(situation.incoming.text, reading.no);
  return yes || no ? carryOut(situation, { kind: 'feedback', helpful: yes }) : null;
}

async function understand(situation: Situation, foreign: string | null): Promise<Said> {
  const match = situation.matcher.match(situation.incoming.text, { language: situation.language });
  const sorry = foreign === null || match.kind === 'answer' ? undefined : situation.knowledge.otherLanguages[foreign];
  if (sorry !== undefined) return inForeignLanguage(situation, sorry);

  if (situation.dialogs.standing(situation.state.dialogs) !== null) return continueForm(situation, match);
  const several = severalQuestions(situation, match);
  if (several !== null) return answerEach(situation, several);
  const changed = await changedDecision(situation);
  if (changed !== null && (match.kind !== 'answer' || opensAsFollowUp(situation))) return changed;
  return (await route(situation, match)) ?? changed ?? nextTopic(situation, match) ?? unsure(situation, match);
}

/** A confident match: the form, or the answer; a form also where the message tells of the student's own case. */
async function route(situation: Situation, match: Match): Promise<Said | null> {
  const form = formMeant(situation, match);
  if (form !== null) return startForm(situation, form, factsFor(situation, form), match);
  const best = match.ranked[0]?.intent;
  return match.kind === 'answer' && best !== undefined ? answer(situation, best, match) : null;
}

function formMeant(situation: Situation, match: Match): DialogId | null {
  const [best, second] = match.ranked;
  if (best === undefined) return null;
  const form = dialogIn(best.intent);
  if (match.kind === 'answer' && form !== null) return form;
  // The form and the answer that offers it are no alternatives to choose between.
  const [first, ...rest] = [best, second].map((ranked) => formOffered(situation, ranked?.intent));
  if (match.kind === 'clarify' && first != null && rest.every((offered) => offered === first)) return first;
  const near = match.ranked
    .filter(({ score }) => score >= nearEnough)
    .map(({ intent }) => formOffered(situation, intent));
  return near.find((offered) => offered !== null && isOwnCase(situation, offered, match)) ?? null;
}

/** "I'm a 24-year-old Brazilian, here for 6 months, do I need insurance?" is not a general question. */
function isOwnCase(situation: Situation, form: DialogId, match: Match): boolean {
  const told = Object.keys(factsFor(situation, form)).length;
  const short = wordsOf(situation.incoming.text).length <= shortStatement;
  return told >= factsOfOwnCase || (match.kind === 'decline' && short && told > 0);
}

function formOffered(situation: Situation, intent: string | undefined): DialogId | null {
  if (intent === undefined) return null;
  const offered = situation.knowledge.answers.get(intent)?.offers;
  return dialogIn(intent) ?? (offered === undefined ? null : dialogIn(offered));
}

function factsFor(situation: Situation, form: DialogId): Facts {
  return situation.dialogs.read(form, situation.incoming.text, null, dialogTurn(situation), {});
}

const factsOfOwnCase = 2;
/** "I am from Peru" says nothing but the student's own case. */
const shortStatement = 6;
/** A form this likely is considered where a message tells of the student's own case. */
const nearEnough = 0.15;

function unsure(situation: Situation, match: Match): Said {
  return match.kind === 'clarify' ? whichOne(situation, match) : decline(situation, match);
}

/** The questions of a message that hold more than one; null where it is one question with its circumstances. */
function severalQuestions(situation: Situation, whole: Match) {
  const questions = questionsIn(situation.incoming.text);
  if (questions.length < 2) return null;
  const parts = questions
    .map((question) => ({ question, match: situation.matcher.match(question, { language: situation.language }) }))
    .filter(
      ({ question, match }) => isOwnTopic(situation, match) || (match.kind !== 'answer' && question.endsWith('?')),
    );
  const topics = new Set(
    parts.filter(({ match }) => match.kind === 'answer').map(({ match }) => match.ranked[0]?.intent),
  );
  const missed = parts.filter(({ match }) => match.kind !== 'answer').length;
  const several = topics.size > 1 || (topics.size === 1 && missed > 0 && whole.kind !== 'answer');
  return several
    ? parts.filter(({ match }) => match.kind !== 'answer' || topics.delete(match.ranked[0]?.intent))
    : null;
}

/** A confident match with a topic of ours: greetings and thanks around a question are no questions. */
function isOwnTopic(situation: Situation, match: Match): boolean {
  const kind = situation.knowledge.answers.get(match.ranked[0]?.intent ?? '')?.kind;
  return match.kind === 'answer' && kind !== undefined && kind !== 'smalltalk';
}

function choiceMade(situation: Situation): Choice | null {
  const { state, incoming, knowledge, language } = situation;
  const reading = knowledge.reading[language];
  const standing = situation.dialogs.standing(state.dialogs);
  return reading === undefined ? null : chosen(incoming.text, state.offered, reading, standing === null);
}

/** What a choice stands for: `topic:<id>`, `command:<name>`, `fact:<field>=<json>`, `change:<field>`, `language:<tag>`, `resume`. */
async function follow(situation: Situation, choice: Choice): Promise<Said | null> {
  const [kind, rest] = splitOnce(choice.value, ':');
  const inForm = situation.dialogs.standing(situation.state.dialogs) !== null;
  if (kind === 'resume') return resume(situation);
  if (kind === 'topic') {
    const form = dialogIn(rest);
    if (form !== null) return startForm(situation, form, {}, null);
    return situation.knowledge.answers.has(rest) ? answer(situation, rest, null) : null;
  }
  if (kind === 'command') return carryOut(situation, { kind: rest } as Command);
  if (kind === 'language') return carryOut(situation, { kind: 'language', language: rest });
  if (kind === 'fact' && inForm) return goOn(situation, factChosen(rest));
  if (kind === 'change' && inForm) return goOn(situation, { kind: 'change', field: rest });
  return null;
}

function factChosen(text: string) {
  const [field, value] = splitOnce(text, '=');
  return { kind: 'facts', facts: { [field]: JSON.parse(value) as unknown } } as const;
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}

function emergency(situation: Situation, kind: string, foreign: string | null): Said {
  const template = safetyReply(kind, foreign ?? situation.language, situation.knowledge.safety);
  return said('emergency', situation.speaker.render(situation.language, template, situation.incoming.on), {
    intent: kind,
    choices: [],
    asking: situation.dialogs.standing(situation.state.dialogs)?.asking ?? null,
  });
}

function inForeignLanguage(situation: Situation, sorry: string): Said {
  return said('clarify', sorry, {
    choices: situation.knowledge.languages.map((language) => ({
      label: situation.knowledge.vocabulary[language]?.name ?? language,
      value: `language:${language}`,
    })),
  });
}

function resultOf(situation: Situation, turn: Said): TurnResult {
  const { state, language, knowledge } = situation;
  const next: ConversationState = {
    ...state,
    turn: state.turn + 1,
    language: turn.decision === 'emergency' ? state.language : language,
    said: turn.text,
    offered: turn.choices,
    ...turn.next,
  };
  const reply: Reply = {
    language: turn.next.language ?? language,
    text: turn.text,
    card: turn.card,
    choices: turn.choices,
    sources: sourceLines(turn.facts, knowledge, situation.speaker, language),
    asking: turn.asking,
    handover: turn.handover,
    feedback: turn.feedback,
  };
  return { replies: [reply], state: next, trace: traceOf(situation, turn), effects: turn.effects };
}

function traceOf(situation: Situation, turn: Said): Trace {
  return {
    decision: turn.decision,
    intent: turn.intent,
    intents:
      turn.intents.length > 0 ? turn.intents : [{ intent: turn.intent, decision: turn.decision, score: turn.score }],
    score: turn.score,
    runnerUp: turn.runnerUp,
    language: situation.language,
    asking: turn.asking,
    outcome: turn.outcome,
    sources: [...new Set(turn.facts.map(sourceOf))].sort(),
    knowledge: situation.knowledge.hash,
  };
}
