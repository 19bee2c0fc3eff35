import {
  Dialog,
  DialogSet,
  WaterfallDialog,
  type DialogTurnResult,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import type { DialogInput, DialogSays, DialogTurn, Facts } from '../src/conversation/forms/dialogs.ts';
import { choiceOf } from '../src/conversation/choices/choice-value.ts';
import type { Choice } from '../src/conversation/reply.ts';
import type { Voice } from '../src/voice/voice.ts';
import { confirmFirst, whichOne } from './doubt.ts';
import type { Form } from './form.ts';
import type { Look } from './look.ts';
import { nothingSaid, without, type Interview, type Saying } from './standing.ts';
import { saidBack, saidOfHalf, take } from './take.ts';

/** One turn's arguments and what came of it, handed to the steps through the turn's state. */
export type InterviewTurn = Saying & { readonly input: DialogInput | null; says: DialogSays | null };

export const interviewTurn = Symbol('interview turn');

/** The one loop that every form runs on: ask the core what is missing, record the answer, begin again. */
function interview(form: Form): WaterfallDialog<Interview> {
  return new WaterfallDialog<Interview>(form.id, [(step) => ask(form, step), (step) => record(form, step)]);
}

export function interviews(forms: readonly Form[], dialogs: DialogSet): DialogSet {
  for (const form of forms) dialogs.add(interview(form));
  return dialogs;
}

async function ask(form: Form, step: WaterfallStepContext<Interview>): Promise<DialogTurnResult> {
  const current = turnOf(step);
  const { look: settled, interview } = settle(form, step.options, current);
  const either = whichOne(form, settled, interview, current);
  const doubt = confirmFirst(form, settled, interview, current) ?? either;
  const look = doubt?.look ?? settled;
  const asks = look.kind === 'ask';
  const half = asks && doubt === null ? saidOfHalf(interview.unclear, form, current) : null;
  const standing = { ...interview, preface: half ?? interview.preface };
  const says = sayLook(look, standing);
  // Under an outcome every answer can be changed.
  const notRight = asks && standing.news.length > 0 && doubt === null ? [takeBackChoice(standing.news, current)] : [];
  const edits = current.input?.kind === 'summary' ? changeChoices(form, standing.facts, current) : [];
  current.says = { ...says, choices: [...says.choices, ...notRight, ...edits] };
  if (!asks) return step.endDialog();
  const { facts, about, trail, unsure } = standing;
  const confirming = doubt?.confirming ?? false;
  // Of two readings it is asked until one is chosen, or something else is told.
  const unclear = doubt !== null && doubt === either ? standing.unclear : [];
  const kept = { ...nothingSaid, facts, about, trail, unsure, unclear };
  Object.assign(step.values, { asking: look.field, confirming, interview: kept });
  return Dialog.EndOfTurn;
}

async function record(form: Form, step: WaterfallStepContext<Interview>): Promise<DialogTurnResult> {
  const current = turnOf(step);
  const standing = (step.values as { interview: Interview }).interview;
  const asked = (step.values as { asking: string | null }).asking ?? '';
  return step.replaceDialog(form.id, { ...after(form, standing, asked, current), about: standing.about });
}

/** What is known after the student's turn. */
function after(form: Form, standing: Interview, asked: string, current: InterviewTurn): Interview {
  const { input, turn, voice } = current;
  if (input === null) return standing;
  switch (input.kind) {
    case 'facts':
      return take(form, standing, input.facts, asked, current, input);
    case 'unknown':
      return take(form, standing, { [asked]: 'unknown' }, asked, current);
    case 'back':
      return stepBack(standing, voice);
    case 'restart':
      return { ...nothingSaid, preface: voice.say('restarted') };
    case 'why':
      return { ...standing, preface: whyOf(form, standing, turn) };
    case 'means':
      return { ...standing, preface: meaningOf(form, standing, asked, current) };
    case 'options':
    case 'ask-again':
      return standing;
    case 'summary':
      return { ...standing, preface: saidBack('summary', form, standing.facts, current) };
    case 'change':
      return takenBack(form, standing, [input.field]);
    case 'take-back':
      return takenBack(form, standing, input.fields);
    case 'answer-unclear':
      return { ...standing, preface: inOtherWords(form, asked, current) };
    case 'not-understood':
    case 'of-another':
    case 'undecided':
      return { ...standing, preface: voice.say(input.kind) };
  }
}

/** Every fact can be taken back. */
function changeChoices(form: Form, facts: Facts, { turn, voice }: Saying): Choice[] {
  return form
    .told(facts, turn)
    .map(({ field, text }) => choiceOf(voice.say('change', { fact: text }), { kind: 'change', field }));
}

function takenBack(form: Form, standing: Interview, fields: readonly string[]): Interview {
  const facts = fields.reduce((rest, field) => without(form, rest, field), standing.facts);
  return { ...standing, facts, trail: standing.trail.filter((name) => name in facts), preface: '' };
}

/** One tap takes back what was said back. */
function takeBackChoice(fields: readonly string[], { voice }: Saying): Choice {
  return choiceOf(voice.say('not-right'), { kind: 'take-back', fields });
}

function stepBack(standing: Interview, voice: Voice): Interview {
  const last = standing.trail.at(-1);
  if (last === undefined) return { ...standing, preface: voice.say('nothing-before') };
  const facts = Object.fromEntries(Object.entries(standing.facts).filter(([field]) => field !== last));
  return { ...standing, facts, trail: standing.trail.slice(0, -1), preface: voice.say('back') };
}

function whyOf(form: Form, standing: Interview, turn: DialogTurn): string {
  const look = form.look(standing.facts, turn);
  return look.kind === 'ask' ? look.why : '';
}

/** What the question's words mean; where they are plain, that an answer was not understood, and what can be said. */
function inOtherWords(form: Form, asked: string, { voice }: Saying): string {
  const key = `means.${form.id}.${asked}`;
  return voice.say(voice.has(`dialog:${key}`) ? key : 'not-understood');
}

/** What the question's words mean; where they are plain, why it is asked. */
function meaningOf(form: Form, standing: Interview, asked: string, { turn, voice }: Saying): string {
  const key = `means.${form.id}.${asked}`;
  return voice.has(`dialog:${key}`) ? voice.say(key) : whyOf(form, standing, turn);
}

/** Facts that cannot stand are taken back and asked again, with the reason; so a refusal never ends a form. */
function settle(form: Form, standing: Interview, saying: Saying): { look: Look; interview: Interview } {
  const look = form.look(standing.facts, saying.turn);
  if (look.kind !== 'refused') return { look, interview: standing };
  const last = standing.trail.filter((field) => look.fields.includes(field)).at(-1) ?? look.fields[0];
  if (last === undefined || !(last in standing.facts)) return { look, interview: standing };
  const facts = Object.fromEntries(Object.entries(standing.facts).filter(([field]) => field !== last));
  const preface = saying.voice.say('refused', { reason: look.text });
  const trail = standing.trail.filter((field) => field !== last);
  return settle(form, { ...standing, facts, trail, preface, news: [] }, saying);
}

function sayLook(look: Look, { facts, about, preface }: Interview): DialogSays {
  const before = preface === '' ? '' : `${preface}\n\n`;
  switch (look.kind) {
    case 'ask':
      return says(before + look.question, facts, { about, choices: look.choices, asking: look.field });
    case 'refused':
      return says(look.text, facts, { about });
    case 'finished': {
      const { card, choices, outcome, facts: cited, verify } = look;
      return says(before + look.text, facts, { about, card, choices, outcome, facts: cited, verify });
    }
  }
}

function says(text: string, known: Facts, rest: Partial<DialogSays> = {}): DialogSays {
  return {
    text,
    known,
    about: null,
    card: null,
    choices: [],
    asking: null,
    outcome: null,
    facts: [],
    verify: false,
    ...rest,
  };
}

function turnOf(step: WaterfallStepContext<Interview>): InterviewTurn {
  return step.context.turnState.get<InterviewTurn>(interviewTurn);
}
