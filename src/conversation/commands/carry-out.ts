import { answer } from '../topics/answer-topic.ts';
import { choiceOf, offersCommand } from '../choices/choice-value.ts';
import { askBetween, decline } from '../topics/clarify.ts';
import type { Command } from './read-command.ts';
import { starters } from './offer-starters.ts';
import { afterHandover, formIn } from '../forms/dialogs.ts';
import { handOver, personChoice, toldInWords } from '../person/hand-over.ts';
import { goOn, startForm } from '../forms/interview.ts';
import { decideAgain, decidedLately, lastDecision, summary } from '../forms/look-back.ts';
import { ofCase } from '../forms/of-case.ts';
import { resumeChoices } from '../forms/offer-resume.ts';
import { phrase, said, type Said, type Situation } from '../said.ts';
import { topicsAfter } from '../topics/find-next-topic.ts';
import { isOffered } from '../topics/judge-subject.ts';
import { leaveHandover } from '../person/tell-more.ts';

/** Carries out a command; null when it means nothing here (a "why" outside a form is a question like any other). */
export async function carryOut(situation: Situation, command: Command): Promise<Said | null> {
  const open = situation.dialogs.standing(situation.state.dialogs);
  const inForm = open !== null;
  if (open?.dialog === afterHandover && leaving.includes(command.kind)) return leaveHandover(situation);
  switch (command.kind) {
    case 'human':
      return handOver(situation);
    case 'mail':
      // "By mail" is also where somebody wants to go on with a person.
      return open?.asking === 'way' ? null : takeAway(situation);
    case 'help':
      return inForm ? asCommand(await goOn(situation, { kind: 'why' })) : help(situation);
    case 'known':
      return said('command', knownText(situation), {
        choices: [choiceOf(phrase(situation, 'choice.erase'), { kind: 'command', command: 'erase' })],
      });
    case 'erase':
      return said('command', phrase(situation, 'erased'), {
        effects: [{ kind: 'erase' }],
        next: forgotten,
      });
    case 'language':
      return switchLanguage({ ...situation, language: command.language });
    case 'feedback':
      return feedback(situation, command.helpful);
    case 'repeat':
      return inForm ? asCommand(await goOn(situation, { kind: 'ask-again' })) : repeat(situation);
    case 'notThat':
      if (noneOffered(situation)) return decline(situation, null, 'clarify.none');
      return inForm ? notThatInForm(situation) : notThat(situation);
    case 'none':
      return noneOffered(situation) ? decline(situation, null, 'clarify.none') : null;
    case 'cancel':
      return inForm ? cancel(situation) : help(situation);
    case 'restart':
      return inForm
        ? asCommand(await goOn(situation, { kind: 'restart' }))
        : ((await decideAgain(situation, 'the start')) ?? help(situation));
    case 'back':
      return inForm ? asCommand(await goOn(situation, { kind: 'back' })) : decideAgain(situation, 'last answer');
    case 'options':
      return inForm ? asCommand(await goOn(situation, { kind: 'options' })) : null;
    case 'why':
      return inForm ? asCommand(await goOn(situation, { kind: 'why' })) : decidedAgain(situation);
    case 'summary':
      return inForm ? asCommand(await goOn(situation, { kind: 'summary' })) : summary(situation);
    case 'resume':
      return resume(situation);
  }
}

/** Somebody opened the conversation: what this is, what it can do, what is kept. */
export function greet(situation: Situation): Said {
  return said('smalltalk', phrase(situation, 'greeting', { days: situation.knowledge.desk.keepTranscriptsDays }), {
    choices: starters(situation),
  });
}

/** What "delete my data" takes out of the conversation's memory. */
const forgotten = {
  last: null,
  decided: null,
  own: null,
  dialogs: null,
  parked: null,
  handover: null,
  said: null,
  misses: 0,
  rating: null,
};

/** Picks up the form that was left, or the one that a hand-over interrupted. */
export async function resume(situation: Situation): Promise<Said> {
  const { dialogs: open, parked } = situation.state;
  const person = situation.dialogs.standing(open)?.dialog === afterHandover;
  const stack = open === null || (person && parked !== null) ? parked : open;
  if (situation.dialogs.standing(stack) === null) return help(situation);
  const reopened = { ...situation, state: { ...situation.state, dialogs: stack, parked: null } };
  return goOn(reopened, { kind: 'ask-again' });
}

/** Commands that end the questions after a hand-over. */
const leaving: readonly string[] = ['cancel', 'restart', 'none', 'notThat'];

/** "Mail me this": what can be taken along, and how; the address is for the page's own field, never for the chat. */
async function takeAway(situation: Situation): Promise<Said> {
  const { state } = situation;
  const decided = decidedLately(situation);
  if (situation.dialogs.standing(state.dialogs) !== null) {
    const again = await goOn(situation, { kind: 'ask-again' });
    return { ...asCommand(again), text: `${phrase(situation, 'mail.how')}\n\n${again.text}` };
  }
  if (decided === null || formIn(situation.knowledge, state.last?.intent) === null)
    return said('command', phrase(situation, state.last === null ? 'mail.nothing' : 'mail.how'));
  const again = await startForm(ofCase(situation, decided.about), decided.form, decided.facts, null, {});
  return { ...again, decision: 'command', text: `${phrase(situation, 'mail.how')}\n\n${again.text}` };
}

/** An answer was taken for something else, or nothing was answered: the question again, with the ways out of it. */
async function notThatInForm(situation: Situation): Promise<Said> {
  const again = await goOn(situation, { kind: 'ask-again' });
  return {
    ...asCommand(again),
    text: `${phrase(situation, 'clarify.in-form')}\n\n${again.text}`,
    choices: [...again.choices, personChoice(situation)],
  };
}

function help(situation: Situation): Said {
  return said('command', phrase(situation, 'help'), { choices: starters(situation) });
}

function asCommand(turn: Said): Said {
  return turn.outcome === null ? { ...turn, decision: 'command' } : turn;
}

function noneOffered(situation: Situation): boolean {
  return offersCommand(situation.state.offered, 'none');
}

/** "Why?" after a decision: the decision again, whose card gives its reasons. */
async function decidedAgain(situation: Situation): Promise<Said | null> {
  const last = lastDecision(situation);
  return last === null
    ? null
    : { ...(await startForm(ofCase(situation, last.about), last.form, last.facts, null)), decision: 'command' };
}

function cancel(situation: Situation): Said {
  return said('command', phrase(situation, 'cancelled'), {
    choices: [...resumeChoices(situation, situation.state.parked), ...starters(situation)],
    next: { dialogs: null, misses: 0 },
  });
}

/** In a form the pending question is asked again in the new language; else the last answer is given again in it. */
async function switchLanguage(situation: Situation): Promise<Said> {
  const next = { language: situation.language };
  const done = phrase(situation, 'switched');
  if (situation.dialogs.standing(situation.state.dialogs) !== null) {
    const again = await goOn(situation, { kind: 'ask-again' });
    return { ...again, decision: 'command', text: `${done}\n\n${again.text}`, next: { ...again.next, ...next } };
  }
  const last = situation.state.last;
  if (last === null) return said('command', done, { choices: starters(situation), next });
  const form = formIn(situation.knowledge, last.intent);
  const again =
    form !== null && last.facts !== null
      ? await startForm(ofCase(situation, last.about ?? null), form, last.facts, null)
      : situation.knowledge.answers.has(last.intent)
        ? answer(situation, last.intent, null)
        : null;
  return again === null
    ? said('command', done, { next })
    : { ...again, decision: 'command', text: `${done}\n\n${again.text}`, next: { ...again.next, ...next } };
}

function feedback(situation: Situation, helpful: boolean): Said {
  const about = (situation.state.rating ?? { about: situation.state.last?.intent ?? null }).about;
  return said('command', phrase(situation, helpful ? 'feedback.thanks' : 'feedback.sorry'), {
    intent: about,
    choices: helpful ? [] : [personChoice(situation)],
    // "Ok" to what was not answered is politeness, no verdict.
    effects: helpful && situation.state.misses > 0 ? [] : [{ kind: 'feedback', about, helpful, comment: null }],
    next: { rating: helpful ? null : { about, stage: 'comment' } },
  });
}

function repeat(situation: Situation): Said | null {
  return situation.state.said === null
    ? null
    : said('command', situation.state.said, { choices: situation.state.offered });
}

function notThat(situation: Situation): Said {
  const close = closeTo(situation);
  if (close.length === 0)
    return {
      ...decline({ ...situation, state: { ...situation.state, misses: Math.max(1, situation.state.misses) } }, null),
    };
  const turn = askBetween(situation, close, 'clarify.instead', null);
  return {
    ...turn,
    effects: [{ kind: 'feedback', about: situation.state.last?.intent ?? null, helpful: false, comment: null }],
  };
}

/** What came close to the last answer, else what follows it. */
function closeTo(situation: Situation): readonly string[] {
  const { last } = situation.state;
  const close = (last?.close ?? []).filter((id) => isOffered(situation, id));
  return close.length > 0 || last === null ? close : topicsAfter(situation, last.intent);
}

function knownText(situation: Situation): string {
  const days = situation.knowledge.desk.keepTranscriptsDays;
  const texts = toldInWords(situation).join(', ');
  return phrase(situation, texts === '' ? 'known.nothing' : 'known.facts', { days, facts: texts });
}
