import { ActivityTypes, BotAdapter, TurnContext, type Activity, type ResourceResponse } from 'botbuilder';
import { DialogSet, type DialogContext, type DialogState } from 'botbuilder-dialogs';
import { z } from 'zod';
import { AppError } from '../src/core/errors.ts';
import type { DialogInput, Dialogs, DialogSays, DialogTurn, Standing } from '../src/conversation/dialogs.ts';
import type { Speaker } from '../src/voice/speaker.ts';
import { voiceOf } from '../src/voice/voice.ts';
import type { Form } from './form.ts';
import { interviews, interviewTurn, saidBack, without, type Interview, type InterviewTurn } from './interview.ts';

/**
 * Runs the waterfall dialogs under an adapter that sends nothing: what they say is returned, so that a turn stays a
 * function of its arguments and every channel gets the same.
 */
export function createDialogs(forms: readonly Form[], speaker: Speaker, warm: () => void): Dialogs {
  const byId = new Map(forms.map((form) => [form.id, form]));
  const formOf = (id: string) => {
    const form = byId.get(id);
    if (form === undefined) throw new AppError('turn/failed', `No form "${id}"`, { form: id });
    return form;
  };
  const saying = (turn: DialogTurn) => ({ turn, voice: voiceOf(speaker, 'dialog:', turn) });
  return {
    warm,
    standing: (stack) => standingOf(stack, byId),
    read: (dialog, utterance, asking, turn, known) => formOf(dialog).read(utterance, asking, turn, known),
    told: (dialog, facts, turn) => formOf(dialog).told(facts, turn),
    without: (dialog, facts, field) => without(formOf(dialog), facts, field),
    begin: (dialog, facts, turn, news = facts) => {
      const preface = saidBack('understood', formOf(dialog), news, saying(turn));
      const start: Interview = { facts, trail: [], preface };
      return run(forms, null, { ...saying(turn), input: null, says: null }, (context) =>
        context.beginDialog(dialog, start),
      );
    },
    continue: (stack, input: DialogInput, turn: DialogTurn) =>
      run(forms, readable(stack, byId), { ...saying(turn), input, says: null }, (context) => context.continueDialog()),
  };
}

async function run(
  forms: readonly Form[],
  stack: DialogState | null,
  current: InterviewTurn,
  act: (context: DialogContext) => Promise<unknown>,
): Promise<{ stack: unknown; says: DialogSays }> {
  const state = stack ?? { dialogStack: [] };
  const dialogs = new DialogSet({
    get: () => Promise.resolve(state),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  });
  interviews(forms, dialogs);
  const context = new TurnContext(new SilentAdapter(), { type: ActivityTypes.Message, text: '' });
  context.turnState.set(interviewTurn, current);
  await act(await dialogs.createContext(context));
  if (current.says === null) throw new AppError('turn/failed', 'The dialog said nothing', {});
  return {
    stack: state.dialogStack.length > 0 ? (JSON.parse(JSON.stringify(state)) as unknown) : null,
    says: current.says,
  };
}

/** Tolerates any stack that another version wrote: what it cannot read is no open form. */
function standingOf(stack: unknown, forms: ReadonlyMap<string, Form>): Standing | null {
  const [top] = StoredStack.safeParse(stack).data?.dialogStack.slice(-1) ?? [];
  const form = top === undefined ? undefined : forms.get(top.id);
  if (top === undefined || form === undefined) return null;
  const { interview, asking } = top.state.values;
  return { dialog: form.id, facts: interview.facts, asking: asking ?? null };
}

/**
 * The stack of this version with what was stored: facts and what was asked. A step number of another version must not
 * decide how the conversation goes on.
 */
function readable(stack: unknown, forms: ReadonlyMap<string, Form>): DialogState {
  const standing = standingOf(stack, forms);
  if (standing === null) throw new AppError('turn/failed', 'No form is open', {});
  const [top] = StoredStack.parse(stack).dialogStack.slice(-1);
  const { dialog, facts, asking } = standing;
  const trail = (top?.state.values.interview.trail ?? Object.keys(facts)).filter((field) => field in facts);
  const values = { asking, interview: { facts, trail, preface: '' } };
  return { dialogStack: [{ id: dialog, state: { options: {}, stepIndex: 0, values } }] };
}

const StoredStack = z.object({
  dialogStack: z.array(
    z.object({
      id: z.string(),
      state: z.object({
        values: z.object({
          asking: z.string().nullish(),
          interview: z.object({ facts: z.record(z.string(), z.unknown()), trail: z.array(z.string()).optional() }),
        }),
      }),
    }),
  ),
});

class SilentAdapter extends BotAdapter {
  override sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    return Promise.resolve(activities.map(() => ({ id: '' })));
  }
  override updateActivity(): Promise<void> {
    return Promise.resolve();
  }
  override deleteActivity(): Promise<void> {
    return Promise.resolve();
  }
  override continueConversation(): Promise<void> {
    return Promise.resolve();
  }
}
