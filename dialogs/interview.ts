import {
  Dialog,
  DialogSet,
  WaterfallDialog,
  type DialogTurnResult,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import type { DialogInput, DialogSays, DialogTurn, Facts } from '../src/conversation/dialogs.ts';
import { choiceOf } from '../src/conversation/choice-value.ts';
import type { Choice } from '../src/conversation/reply.ts';
import type { Voice } from '../src/voice/voice.ts';
import type { Form } from './form.ts';
import type { Look } from './look.ts';

/** What the dialog stack keeps between turns: facts, never a step number. */
export type Interview = {
  readonly facts: Facts;
  /** Fields in the order in which they were answered: "back" takes the last one away. */
  readonly trail: readonly string[];
  /** Said before the next question: what was understood, or why a value cannot be. */
  readonly preface: string;
};

/** One turn's arguments and what came of it, handed to the steps through the turn's state. */
export type InterviewTurn = Saying & { readonly input: DialogInput | null; says: DialogSays | null };

/** What the loop says in, whatever the form: the phrases of `dialog:` in the turn's language. */
export type Saying = { readonly turn: DialogTurn; readonly voice: Voice };

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
  const { look, interview: standing } = settle(form, step.options, current);
  const says = sayLook(look, standing);
  const edits = current.input?.kind === 'summary' ? changeChoices(form, standing.facts, current) : [];
  current.says = { ...says, choices: [...says.choices, ...edits] };
  if (look.kind !== 'ask') return step.endDialog();
  Object.assign(step.values, { asking: look.field, interview: { ...standing, preface: '' } });
  return Dialog.EndOfTurn;
}

async function record(form: Form, step: WaterfallStepContext<Interview>): Promise<DialogTurnResult> {
  const current = turnOf(step);
  const standing = (step.values as { interview: Interview }).interview;
  const asked = (step.values as { asking: string | null }).asking ?? '';
  return step.replaceDialog(form.id, after(form, standing, asked, current));
}

/** What is known after the student's turn. */
function after(form: Form, standing: Interview, asked: string, current: InterviewTurn): Interview {
  const { input, turn, voice } = current;
  if (input === null) return standing;
  switch (input.kind) {
    case 'facts':
      return take(form, standing, input.facts, asked, current);
    case 'unknown':
      return take(form, standing, { [asked]: 'unknown' }, asked, current);
    case 'back':
      return stepBack(standing, voice);
    case 'restart':
      return { facts: {}, trail: [], preface: voice.say('restarted') };
    case 'why':
      return { ...standing, preface: whyOf(form, standing, turn) };
    case 'options':
    case 'ask-again':
      return standing;
    case 'summary':
      return { ...standing, preface: saidBack('summary', form, standing.facts, current) };
    case 'change':
      return takenBack(form, standing, input.field);
    case 'not-understood':
      return { ...standing, preface: voice.say('not-understood') };
  }
}

/** `understood` or `summary`, and the facts; nothing when there are none. */
export function saidBack(key: 'understood' | 'summary', form: Form, facts: Facts, { turn, voice }: Saying): string {
  const told = form.told(facts, turn).map(({ text }) => text);
  return told.length === 0 ? '' : voice.say(key, { facts: told.join(', ') });
}

/** Every fact can be taken back. */
function changeChoices(form: Form, facts: Facts, { turn, voice }: Saying): Choice[] {
  return form
    .told(facts, turn)
    .map(({ field, text }) => choiceOf(voice.say('change', { fact: text }), { kind: 'change', field }));
}

function take(form: Form, standing: Interview, told: Facts, asked: string, saying: Saying): Interview {
  const changed = Object.keys(told).filter((field) => field in standing.facts && standing.facts[field] !== told[field]);
  const dropped = new Set(changed.flatMap((field) => form.dependents(field)).filter((field) => !(field in told)));
  const kept = Object.fromEntries(Object.entries(standing.facts).filter(([field]) => !dropped.has(field)));
  const fields = [...Object.keys(told).filter((field) => field !== asked), ...(asked in told ? [asked] : [])];
  return {
    facts: { ...kept, ...told },
    trail: [...standing.trail.filter((field) => !fields.includes(field) && !dropped.has(field)), ...fields],
    preface: isBareAnswer(told, asked) ? '' : saidBack('understood', form, told, saying),
  };
}

/** A yes or no to the question asked need not be said back. */
function isBareAnswer(told: Facts, asked: string): boolean {
  return Object.keys(told).length === 1 && (typeof told[asked] === 'boolean' || told[asked] === 'unknown');
}

function takenBack(form: Form, standing: Interview, field: string): Interview {
  const facts = without(form, standing.facts, field);
  return { facts, trail: standing.trail.filter((name) => name in facts), preface: '' };
}

/** A fact and what depends on it are dropped together. */
export function without(form: Form, facts: Facts, field: string): Facts {
  const dropped = new Set([field, ...form.dependents(field)]);
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !dropped.has(name)));
}

function stepBack(standing: Interview, voice: Voice): Interview {
  const last = standing.trail.at(-1);
  if (last === undefined) return { ...standing, preface: voice.say('nothing-before') };
  const facts = Object.fromEntries(Object.entries(standing.facts).filter(([field]) => field !== last));
  return { facts, trail: standing.trail.slice(0, -1), preface: voice.say('back') };
}

function whyOf(form: Form, standing: Interview, turn: DialogTurn): string {
  const look = form.look(standing.facts, turn);
  return look.kind === 'ask' ? look.why : '';
}

/** Facts that cannot stand are taken back and asked again, with the reason; so a refusal never ends a form. */
function settle(form: Form, standing: Interview, saying: Saying): { look: Look; interview: Interview } {
  const look = form.look(standing.facts, saying.turn);
  if (look.kind !== 'refused') return { look, interview: standing };
  const last = standing.trail.filter((field) => look.fields.includes(field)).at(-1) ?? look.fields[0];
  if (last === undefined || !(last in standing.facts)) return { look, interview: standing };
  const facts = Object.fromEntries(Object.entries(standing.facts).filter(([field]) => field !== last));
  const preface = saying.voice.say('refused', { reason: look.text });
  return settle(form, { facts, trail: standing.trail.filter((field) => field !== last), preface }, saying);
}

function sayLook(look: Look, { facts, preface }: Interview): DialogSays {
  const before = preface === '' ? '' : `${preface}\n\n`;
  switch (look.kind) {
    case 'ask':
      return says(before + look.question, facts, { choices: look.choices, asking: look.field });
    case 'refused':
      return says(look.text, facts);
    case 'finished': {
      const { card, choices, outcome, facts: cited, verify } = look;
      return says(before + look.text, facts, { card, choices, outcome, facts: cited, verify });
    }
  }
}

function says(text: string, known: Facts, rest: Partial<DialogSays> = {}): DialogSays {
  return { text, known, card: null, choices: [], asking: null, outcome: null, facts: [], verify: false, ...rest };
}

function turnOf(step: WaterfallStepContext<Interview>): InterviewTurn {
  return step.context.turnState.get<InterviewTurn>(interviewTurn);
}
