import { ActivityTypes, BotAdapter, TurnContext, type Activity, type ResourceResponse } from 'botbuilder';
import { DialogSet, type DialogContext, type DialogState } from 'botbuilder-dialogs';
import { AppError } from '../src/core/errors.ts';
import type { DialogInput, Dialogs, DialogSays, DialogTurn, Facts } from '../src/conversation/dialogs.ts';
import type { Speaker } from '../src/conversation/say.ts';
import type { Form } from './form.ts';
import { interviews, interviewTurn, type Interview, type InterviewTurn } from './interview.ts';

/**
 * Runs the waterfall dialogs under an adapter that sends nothing: what they say is returned, so that a turn stays a
 * function of its arguments and every channel gets the same.
 */
export function createDialogs(forms: readonly Form[], speaker: Speaker, warm: () => void): Dialogs {
  const byId = new Map<string, Form>(forms.map((form) => [form.id, form]));
  const formOf = (id: string) => {
    const form = byId.get(id);
    if (form === undefined) throw new AppError('turn/failed', `No form "${id}"`, { form: id });
    return form;
  };
  return {
    warm,
    standing: (stack) => standingOf(stack, byId),
    read: (dialog, utterance, asking, turn, known) => formOf(dialog).read(utterance, asking, turn, known),
    echo: (dialog, facts, turn) => formOf(dialog).echo(facts, turn),
    begin: (dialog, facts, turn) => {
      const form = formOf(dialog);
      const start: Interview = { facts, trail: Object.keys(facts), preface: form.echo(facts, turn) };
      return run(forms, speaker, null, { turn, input: null, says: null }, (context) =>
        context.beginDialog(dialog, start),
      );
    },
    continue: (stack, input: DialogInput, turn: DialogTurn) =>
      run(forms, speaker, stack, { turn, input, says: null }, (context) => context.continueDialog()),
  };
}

async function run(
  forms: readonly Form[],
  speaker: Speaker,
  stack: unknown,
  current: InterviewTurn,
  act: (context: DialogContext) => Promise<unknown>,
): Promise<{ stack: unknown; says: DialogSays }> {
  const state = (structuredClone(stack) ?? { dialogStack: [] }) as DialogState;
  const dialogs = new DialogSet({
    get: () => Promise.resolve(state),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  });
  interviews(forms, speaker, dialogs);
  const context = new TurnContext(new SilentAdapter(), { type: ActivityTypes.Message, text: '' });
  context.turnState.set(interviewTurn, current);
  await act(await dialogs.createContext(context));
  if (current.says === null) throw new AppError('turn/failed', 'The dialog said nothing', {});
  return {
    stack: state.dialogStack.length > 0 ? (JSON.parse(JSON.stringify(state)) as unknown) : null,
    says: current.says,
  };
}

/** Tolerates any stack that an older version wrote: what it cannot read is no open form. */
function standingOf(stack: unknown, forms: ReadonlyMap<string, Form>) {
  const top = (stack as Partial<DialogState> | null)?.dialogStack?.at(-1);
  const form = top === undefined ? undefined : forms.get(top.id);
  if (top === undefined || form === undefined) return null;
  const values = (top.state as { values?: { asking?: string; interview?: { facts?: Facts } } } | undefined)?.values;
  const facts = values?.interview?.facts;
  return facts === undefined ? null : { dialog: form.id, facts, asking: values?.asking ?? null };
}

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
