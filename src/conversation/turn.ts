import { setImmediate } from 'node:timers/promises';
import { AppError } from '../core/errors.ts';
import { bothEnds, readAtEitherEnd, withoutRuns } from './reading/keep-both-ends.ts';
import { languageOf, type SpokenLanguage } from './reading/choose-language.ts';
import { goodbyeIn } from './reading/recognise-goodbye.ts';
import { isAnswerIn, isBareReply, isReplyIn, isSaidWhole, isTerm } from './reading/says-alike.ts';
import type { Danger } from '../core/danger/index.ts';
import { knows, type Matcher } from '../core/matching/index.ts';
import { askedOf, type Asked } from './listener.ts';
import { listeners } from './listeners/in-order.ts';
import type { Incoming } from './reply.ts';
import { sayWhenBack } from './person/hold-back.ts';
import { reopenWhereDue } from './person/reopen.ts';
import { sayTranslated } from './result/say-translated.ts';
import { withNumbers } from './result/tell-emergency-numbers.ts';
import { phrase, type Said, type Situation, type TurnParts } from './said.ts';
import type { ConversationState } from './state.ts';
import { withoutMarks } from './redaction/marks.ts';
import { whoseCase } from './forms/whose-case.ts';
import { keepNear } from './tone/keep-near.ts';
import { meetMood } from './tone/meet-mood.ts';
import { resultOf, type TurnResult } from './result/compose-result.ts';
import { remember } from '../text/remember.ts';
import { isOneOf, wordsOf } from '../text/typed-words.ts';

/** One turn: a function of the message, the conversation's state, the knowledge and the day. Nothing is kept or sent. */
export type Turn = (incoming: Incoming, state: ConversationState) => Promise<TurnResult>;

export function createTurn(given: TurnParts): Turn {
  const parts = { ...given, matcher: withoutMarksFor(given.matcher) };
  return async (received, state) => {
    // First of all, and over all of it: no cut, no command and no open form may stand before it.
    const danger = received.danger === undefined ? dangerIn(parts, received.text, state) : received.danger;
    const ends = bothEnds(withoutRuns(unstretched(received.text)), readAtEitherEnd);
    const incoming = { ...received, text: ends.text };
    await betweenParts(received.text);
    // A stack that this version cannot read is no open form.
    const readable = parts.dialogs.standing(state.dialogs) === null ? { ...state, dialogs: null } : state;
    const spoken = spokenIn(parts, incoming, readable);
    const unheard = {
      ...parts,
      incoming,
      state: readable,
      language: (spoken.foreign === null ? openedIn(incoming.text, parts, spoken.language) : null) ?? spoken.language,
      spoken: spoken.foreign ?? spoken.language,
      danger,
    };
    const situation: Situation = { ...unheard, whose: whoseCase(unheard) };
    const heard = await listen(askedOf(situation, spoken.foreign));
    const met = meetMood(situation, reopenWhereDue(situation, heard));
    const near = keepNear(situation, met);
    const said = sayWhenBack(situation, sayTranslated(situation, near));
    const told = ends.leftOut ? tellLeftOut(situation, said) : said;
    return resultOf(situation, danger?.degree === 'possible' ? withNumbers(situation, danger, told) : told);
  };
}

/** What the desk has offered is pressed, and tells nothing: "Saltar" leaves a question out. Nor does "I don't know", nor thanks with a goodbye. */
function dangerIn(
  { hearDanger, knowledge }: TurnParts,
  text: string,
  { offered, heard }: ConversationState,
): Danger | null {
  const isOffered = offered.some(({ label, value }) => text === label || text === value);
  const danger = isOffered || isBareReply(knowledge, text) ? null : hearDanger(text, heard);
  return danger !== null && goodbyeIn(text, knowledge.reading)?.withThanks === true ? null : danger;
}

function spokenIn(parts: TurnParts, incoming: Incoming, state: ConversationState): SpokenLanguage {
  const { languages: desk, originals } = parts.knowledge;
  const chosen = incoming.kind === 'language' ? desk.find((language) => language === incoming.locale) : undefined;
  if (chosen !== undefined) return { language: chosen, foreign: null };
  const saysAlike = (language: string) =>
    isTerm(parts.knowledge, incoming.text, language) ||
    isSaidWhole(parts.knowledge, incoming.text, language) ||
    isReplyIn(parts.knowledge, incoming.text, language) ||
    isAnswerIn(parts, incoming, state, language);
  const prior = { conversation: state.language, locale: incoming.locale, desk, originals, saysAlike };
  return languageOf(incoming.text, prior, parts.matcher);
}

/** "né le [born: 22 years]" is French all the same, and asks about no birth. Of one text a turn asks more than once. */
function withoutMarksFor(matcher: Matcher): Matcher {
  const match = remember((text) => matcher.match(withoutMarks(text)), mostInATurn);
  return {
    match,
    stems: (text) => matcher.stems(withoutMarks(text)),
    explain: (text) => matcher.explain(withoutMarks(text)),
    identifyLanguage: (text, prior) => matcher.identifyLanguage(withoutMarks(text), prior),
  };
}

/** A long text's turn in parts: who waits for another answer waits for one of them. */
async function betweenParts(text: string): Promise<void> {
  if (text.length > longText) await setImmediate();
}

/** The first listener that speaks wins; one may ask those after it. */
async function listen(asked: Asked, from = 0): Promise<Said> {
  for (const [at, listener] of listeners.entries()) {
    if (at < from) continue;
    await betweenParts(asked.incoming.text);
    const heard = await listener.hear(asked, (other) => listen(other, at + 1));
    if (heard !== null) return { ...heard, listener: heard.listener ?? listener.name };
  }
  throw new AppError('bug/unreachable', 'No listener spoke: the last one must.');
}

/** Said above the answer, but not above the numbers to call. */
function tellLeftOut(situation: Situation, heard: Said): Said {
  if (heard.decision === 'emergency' || heard.decision === 'held') return heard;
  return { ...heard, text: `${phrase(situation, 'left-out')}\n\n${heard.text}` };
}

/**
 * "What is a feuille de soins?" is English: who opens with a word of asking speaks its language, whatever the terms are; but
 * not where it is a word of the language that was heard: "Come back later" is no Italian.
 */
function openedIn(text: string, { knowledge }: TurnParts, heard: string): string | null {
  const [first = '', ...rest] = wordsOf(text);
  const dictionary = knowledge.words[heard];
  if (rest.length < shortestSentence || (dictionary !== undefined && knows(dictionary, first))) return null;
  const asking = (language: string) => isOneOf(first, knowledge.reading[language]?.cues.question ?? []);
  const [only, ...more] = knowledge.languages.filter(asking);
  return only !== undefined && more.length === 0 ? only : null;
}

const shortestSentence = 3;
/** The sentences of a letter, alone and together. */
const mostInATurn = 100;
/** Nobody writes as much in a chat. */
const longText = 2_000;

/** "hiii", "heeelp": a letter held down says nothing more. "AAA" and "www" open with theirs. */
function unstretched(text: string): string {
  return text.replaceAll(/(?<=\p{L})(\p{L})\1{2,}/giu, '$1');
}
