import {
  Dialog,
  DialogSet,
  WaterfallDialog,
  type DialogTurnResult,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import type { DialogInput, DialogSays, DialogTurn, Facts } from '../src/conversation/dialogs.ts';
import type { Choice } from '../src/conversation/reply.ts';
import type { Speaker } from '../src/conversation/say.ts';
import type { Form, Look } from './form.ts';

/** What the dialog stack keeps between turns: facts, never a step number. */
export type Interview = {
  readonly facts: Facts;
  /** Fields in the order in which they were answered: "back" takes the last one away. */
  readonly trail: readonly string[];
  /** Said before the next question: what was understood, or why a value cannot be. */
  readonly preface: string;
};

/** One turn's arguments and what came of it, handed to the steps through the turn's state. */
export type InterviewTurn = { readonly turn: DialogTurn; readonly input: DialogInput | null; says: DialogSays | null };

export const interviewTurn = Symbol('interview turn');

/** The one loop that every form runs on: ask the core what is missing, record the answer, begin again. */
function interview(form: Form, speaker: Speaker): WaterfallDialog<Interview> {
  return new WaterfallDialog<Interview>(form.id, [
    (step) => ask(form, speaker, step),
    (step) => record(form, speaker, step),
  ]);
}

export function interviews(forms: readonly Form[], speaker: Speaker, dialogs: DialogSet): DialogSet {
  for (const form of forms) dialogs.add(interview(form, speaker));
  return dialogs;
}

async function ask(form: Form, speaker: Speaker, step: WaterfallStepContext<Interview>): Promise<DialogTurnResult> {
  const current = turnOf(step);
  const { look, interview: standing } = settle(form, speaker, step.options, current.turn);
  const says = sayLook(look, standing);
  const edits = current.input?.kind === 'summary' ? changeChoices(form, speaker, standing.facts, current.turn) : [];
  current.says = { ...says, choices: [...says.choices, ...edits] };
  if (look.kind !== 'ask') return step.endDialog();
  Object.assign(step.values, { asking: look.field, interview: { ...standing, preface: '' } });
  return Dialog.EndOfTurn;
}

async function record(form: Form, speaker: Speaker, step: WaterfallStepContext<Interview>): Promise<DialogTurnResult> {
  const current = turnOf(step);
  const standing = (step.values as { interview: Interview }).interview;
  const asked = (step.values as { asking: string | null }).asking ?? '';
  return step.replaceDialog(form.id, after(form, speaker, standing, asked, current));
}

/** What is known after the student's turn. */
function after(form: Form, speaker: Speaker, standing: Interview, asked: string, current: InterviewTurn): Interview {
  const { input, turn } = current;
  if (input === null) return standing;
  switch (input.kind) {
    case 'facts':
      return take(form, speaker, standing, input.facts, { asked, turn });
    case 'unknown':
      return take(form, speaker, standing, { [asked]: 'unknown' }, { asked, turn });
    case 'back':
      return stepBack(standing, speaker, turn);
    case 'restart':
      return { facts: {}, trail: [], preface: speaker.say(turn.language, 'dialog:restarted') };
    case 'why':
      return { ...standing, preface: whyOf(form, standing, turn) };
    case 'options':
    case 'ask-again':
      return standing;
    case 'summary':
      return {
        ...standing,
        preface: saidBack('summary', form, speaker, standing.facts, turn),
      };
    case 'change':
      return takenBack(form, standing, input.field);
    case 'not-understood':
      return { ...standing, preface: speaker.say(turn.language, 'dialog:not-understood') };
  }
}

/** `understood` or `summary`, and the facts; nothing when there are none. */
export function saidBack(key: string, form: Form, speaker: Speaker, facts: Facts, turn: DialogTurn): string {
  const told = form.told(facts, turn).map(({ text }) => text);
  return told.length === 0 ? '' : speaker.say(turn.language, `dialog:${key}`, { facts: told.join(', ') }, turn.on);
}

/** Every fact can be taken back. */
function changeChoices(form: Form, speaker: Speaker, facts: Facts, turn: DialogTurn): Choice[] {
  return form.told(facts, turn).map(({ field, text }) => ({
    label: speaker.say(turn.language, 'dialog:change', { fact: text }, turn.on),
    value: `change:${field}`,
  }));
}

function take(
  form: Form,
  speaker: Speaker,
  standing: Interview,
  told: Facts,
  { asked, turn }: { readonly asked: string; readonly turn: DialogTurn },
): Interview {
  const changed = Object.keys(told).filter((field) => field in standing.facts && standing.facts[field] !== told[field]);
  const dropped = new Set(changed.flatMap((field) => form.dependents(field)).filter((field) => !(field in told)));
  const kept = Object.fromEntries(Object.entries(standing.facts).filter(([field]) => !dropped.has(field)));
  const fields = [...Object.keys(told).filter((field) => field !== asked), ...(asked in told ? [asked] : [])];
  return {
    facts: { ...kept, ...told },
    trail: [...standing.trail.filter((field) => !fields.includes(field) && !dropped.has(field)), ...fields],
    preface: isBareAnswer(told, asked) ? '' : saidBack('understood', form, speaker, told, turn),
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

function stepBack(standing: Interview, speaker: Speaker, turn: DialogTurn): Interview {
  const last = standing.trail.at(-1);
  if (last === undefined) return { ...standing, preface: speaker.say(turn.language, 'dialog:nothing-before') };
  const facts = Object.fromEntries(Object.entries(standing.facts).filter(([field]) => field !== last));
  return { facts, trail: standing.trail.slice(0, -1), preface: speaker.say(turn.language, 'dialog:back') };
}

function whyOf(form: Form, standing: Interview, turn: DialogTurn): string {
  const look = form.look(standing.facts, turn);
  return look.kind === 'ask' ? look.why : '';
}

/** Facts that cannot stand are taken back and asked again, with the reason; so a refusal never ends a form. */
function settle(
  form: Form,
  speaker: Speaker,
  standing: Interview,
  turn: DialogTurn,
): { look: Look; interview: Interview } {
  const look = form.look(standing.facts, turn);
  if (look.kind !== 'refused') return { look, interview: standing };
  const last = standing.trail.filter((field) => look.fields.includes(field)).at(-1) ?? look.fields[0];
  if (last === undefined || !(last in standing.facts)) return { look, interview: standing };
  const facts = Object.fromEntries(Object.entries(standing.facts).filter(([field]) => field !== last));
  const preface = speaker.say(turn.language, 'dialog:refused', { reason: look.text });
  return settle(form, speaker, { facts, trail: standing.trail.filter((field) => field !== last), preface }, turn);
}

function sayLook(look: Look, standing: Interview): DialogSays {
  const preface = standing.preface === '' ? '' : `${standing.preface}\n\n`;
  const nothing = {
    card: null,
    asking: null,
    outcome: null,
    facts: [],
    verify: false,
    choices: [],
    known: standing.facts,
  };
  switch (look.kind) {
    case 'ask':
      return { ...nothing, text: preface + look.question, choices: look.choices, asking: look.field };
    case 'refused':
      return { ...nothing, text: look.text };
    case 'finished':
      return { ...nothing, ...pick(look), text: preface + look.text };
  }
}

function pick(look: Extract<Look, { kind: 'finished' }>) {
  return { card: look.card, choices: look.choices, outcome: look.outcome, facts: look.facts, verify: look.verify };
}

function turnOf(step: WaterfallStepContext<Interview>): InterviewTurn {
  return step.context.turnState.get<InterviewTurn>(interviewTurn);
}
