import type { Match } from '../core/matching/matcher.ts';
import { answer } from './answering.ts';
import { chosen } from './choices.ts';
import { decline, whichOne } from './clarifying.ts';
import { carryOut, greet, resume } from './commanding.ts';
import { readCommand, type Command } from './commands.ts';
import { dialogIn, type Facts } from './dialogs.ts';
import { changedDecision, reopenedDecision } from './follow-up.ts';
import { factsFor, formMeant } from './form-meant.ts';
import { personChoice } from './handing-over.ts';
import { continueForm, goOn, startForm } from './interviewing.ts';
import { languageOf } from './language.ts';
import { changeDecided } from './looking-back.ts';
import { askedBare, nextTopic, nothingOnThat, opensAsFollowUp } from './next-topic.ts';
import { topicReferredTo } from './pronoun.ts';
import type { Choice, Incoming } from './reply.ts';
import { emergency, numbersFirst } from './safety.ts';
import { answerSeveral } from './several.ts';
import { dialogTurn, phrase, said, type Said, type Situation, type TurnParts } from './said.ts';
import type { ConversationState } from './state.ts';
import { resultOf, type TurnResult } from './turn-result.ts';
import { tellMore } from './telling-more.ts';
import { isOneOf, wordsOf } from './words.ts';

/** One turn: a function of the message, the conversation's state, the knowledge and the day. Nothing is kept or sent. */
export type Turn = (incoming: Incoming, state: ConversationState) => Promise<TurnResult>;

export function createTurn(parts: TurnParts): Turn {
  return async (received, state) => {
    // First of all, and over all of it: no cut, no command and no open form may stand before it.
    const danger = received.danger === undefined ? parts.hearDanger(received.text, state.heard) : received.danger;
    const incoming = { ...received, text: unstretched(received.text) };
    const spoken = languageOf(
      incoming.text,
      { conversation: state.language, locale: incoming.locale, desk: parts.knowledge.languages },
      parts.matcher,
    );
    // A stack that this version cannot read is no open form.
    const readable = parts.dialogs.standing(state.dialogs) === null ? { ...state, dialogs: null } : state;
    const situation: Situation = {
      ...parts,
      incoming,
      state: readable,
      language: (spoken.foreign === null ? openedIn(incoming.text, parts) : null) ?? spoken.language,
      spoken: spoken.foreign ?? spoken.language,
      danger,
    };
    return resultOf(situation, await respond(situation, spoken.foreign));
  };
}

/** "What is a feuille de soins?" is English: who opens with a word of asking speaks its language, whatever the terms are. */
function openedIn(text: string, { knowledge }: TurnParts): string | null {
  const [first = '', ...rest] = wordsOf(text);
  if (rest.length < shortestSentence) return null;
  const asking = (language: string) => isOneOf(first, knowledge.reading[language]?.cues.question ?? []);
  const [only, ...more] = knowledge.languages.filter(asking);
  return only !== undefined && more.length === 0 ? only : null;
}

const shortestSentence = 3;

/** "hiii", "heeelp": a letter held down says nothing more. "AAA" and "www" open with theirs. */
function unstretched(text: string): string {
  return text.replaceAll(/(?<=\p{L})(\p{L})\1{2,}/giu, '$1');
}

/** The order is the policy: danger first, then commands, then the open form, then what the message asks. */
async function respond(situation: Situation, foreign: string | null): Promise<Said> {
  const { danger } = situation;
  if (situation.incoming.kind === 'join') return greet(situation);
  if (danger?.degree === 'certain') return emergency(situation, danger);
  const reply = await respondCalmly(situation, foreign);
  return danger === null ? reply : numbersFirst(situation, danger, reply);
}

async function respondCalmly(situation: Situation, foreign: string | null): Promise<Said> {
  const { incoming, knowledge } = situation;
  if (!/[\p{L}\p{N}?👍👎]/u.test(incoming.text))
    return said('clarify', phrase(situation, 'nothing-to-read'), { next: {} });
  const picked = choiceMade(situation);
  if (picked !== null) {
    const done = await follow(situation, picked);
    if (done !== null) return done;
  }
  const command = readCommand(incoming.text, Object.values(knowledge.reading));
  const carried = command === null ? await bareYesOrNo(situation) : await carryOut(situation, command);
  if (carried !== null) return carried;
  return understandComment(situation, foreign);
}

/** A bare yes or no outside a form is about what the last reply asked: which one, a person, or whether it helped. */
function bareYesOrNo(situation: Situation): Promise<Said | null> | null {
  const { incoming, knowledge, language, state } = situation;
  const reading = knowledge.reading[language];
  if (reading === undefined || situation.dialogs.standing(state.dialogs) !== null) return null;
  const yes = isOneOf(incoming.text, [...reading.yes, ...reading.agreed]);
  if (!yes && !isOneOf(incoming.text, reading.no)) return null;
  const offers = (value: string) => state.offered.some((choice) => choice.value === value);
  if (offers('command:none')) return carryOut(situation, { kind: yes ? 'repeat' : 'none' });
  if (yes && state.misses > 1 && offers('command:human')) return carryOut(situation, { kind: 'human' });
  return state.rating == null ? null : carryOut(situation, { kind: 'feedback', helpful: yes });
}

/** What is said after "it did not help" is kept as the reason; where it is a question of its own, it is answered too. */
async function understandComment(situation: Situation, foreign: string | null): Promise<Said> {
  const { rating } = situation.state;
  const heard = await understand(situation, foreign);
  if (rating?.stage !== 'comment' || heard.decision === 'emergency') return heard;
  const { about } = rating;
  const noted = phrase(situation, 'feedback.noted');
  const effects = [
    ...heard.effects,
    { kind: 'feedback', about, helpful: false, comment: situation.incoming.text } as const,
  ];
  return heard.decision === 'decline'
    ? said('command', noted, { intent: about, choices: [personChoice(situation)], effects })
    : { ...heard, text: `${noted}\n\n${heard.text}`, effects };
}

async function understand(situation: Situation, foreign: string | null): Promise<Said> {
  const match = situation.matcher.match(situation.incoming.text, { language: situation.language });
  const sorry = foreign === null || match.kind === 'answer' ? undefined : situation.knowledge.otherLanguages[foreign];
  if (sorry !== undefined) return inForeignLanguage(situation, sorry);

  const open = situation.dialogs.standing(situation.state.dialogs);
  if (open?.dialog === 'handover') return afterHandover(situation, match, foreign);
  if (open !== null) return (await pendingChoice(situation)) ?? continueForm(situation, match);
  const leaning = askedBare(situation) !== null ? nextTopic(situation, match) : null;
  const bare = leaning ?? nothingOnThat(situation);
  if (bare !== null) return bare;
  const several = await answerSeveral(situation, match);
  if (several !== null) return several;
  const referred = topicReferredTo(situation, match);
  if (referred !== null) return answer(situation, referred, match);
  const changed = await changedDecision(situation);
  if (changed !== null && (match.kind !== 'answer' || opensAsFollowUp(situation))) return changed;
  const reopened = await reopenedDecision(situation, match);
  if (reopened !== null) return reopened;
  const routed = await route(situation, match);
  if (routed !== null) return routed;
  return nextTopic(situation, match) ?? unsure(situation, match);
}

/** What the person at the desk should know; else the hand-over stands, and the message is taken where it was left. */
async function afterHandover(situation: Situation, match: Match, foreign: string | null): Promise<Said> {
  const told = (await pendingChoice(situation)) ?? (await tellMore(situation, match));
  if (told !== null) return told;
  const { parked } = situation.state;
  const parkedForm = situation.dialogs.standing(parked);
  const back = {
    ...situation,
    state: { ...situation.state, dialogs: parkedForm === null ? null : parked, parked: null },
  };
  const heard = await understand(back, foreign);
  return { ...heard, next: { dialogs: back.state.dialogs, parked: null, ...heard.next } };
}

/**
 * The choices of the pending question stay open whatever was said in between; a bare number is first an answer ("10"
 * months), then the choice in that place.
 */
async function pendingChoice(situation: Situation): Promise<Said | null> {
  const { incoming, state, knowledge, language, dialogs } = situation;
  const standing = dialogs.standing(state.dialogs);
  const reading = knowledge.reading[language];
  if (standing === null || reading === undefined) return null;
  const turn = dialogTurn(situation);
  const told = dialogs.read(standing.dialog, incoming.text, standing.asking, turn, standing.facts);
  if (Object.keys(told).length > 0) return null;
  const { says } = await dialogs.continue(state.dialogs, { kind: 'ask-again' }, turn);
  const choice = chosen(incoming.text, says.choices, reading, true);
  return choice === null ? null : follow(situation, choice);
}

/** A confident match: the form, or the answer; a form also where the message tells of the student's own case. */
async function route(situation: Situation, match: Match): Promise<Said | null> {
  const form = formMeant(situation, match);
  if (form !== null) return startForm(situation, form, factsFor(situation, form), match);
  const best = match.ranked[0]?.intent;
  return match.kind === 'answer' && best !== undefined ? answer(situation, best, match) : null;
}

function unsure(situation: Situation, match: Match): Said {
  return match.kind === 'clarify' ? whichOne(situation, match) : decline(situation, match);
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
    const [topic, told] = splitOnce(rest, '=');
    const form = dialogIn(topic);
    if (form !== null) return startForm(situation, form, told === '' ? {} : (JSON.parse(told) as Facts), null);
    return situation.knowledge.answers.has(topic) ? answer(situation, topic, null) : null;
  }
  if (kind === 'command') return carryOut(situation, { kind: rest } as Command);
  if (kind === 'language') return carryOut(situation, { kind: 'language', language: rest });
  if (kind === 'fact' && inForm) return goOn(situation, factChosen(rest));
  if (kind === 'change')
    return inForm ? goOn(situation, { kind: 'change', field: rest }) : changeDecided(situation, rest);
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

function inForeignLanguage(situation: Situation, sorry: string): Said {
  return said('clarify', sorry, {
    choices: situation.knowledge.languages.map((language) => ({
      label: situation.knowledge.vocabulary[language]?.name ?? language,
      value: `language:${language}`,
    })),
  });
}
