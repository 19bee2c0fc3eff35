import { ActivityTypes, BotAdapter, TurnContext, type Activity, type ResourceResponse } from 'botbuilder';
import { DialogSet, type DialogContext, type DialogState } from 'botbuilder-dialogs';
import { AppError } from '../src/core/errors.ts';
import type { DialogSays } from '../src/conversation/forms/dialogs.ts';
import { ofEach } from '../src/text/remember.ts';
import type { Form } from './form.ts';
import { interviews, interviewTurn, type InterviewTurn } from './interview.ts';

/**
 * Runs the waterfall dialogs under an adapter that sends nothing: what they say is returned, so that a turn stays a
 * function of its arguments and every channel gets the same.
 */
export async function run(
  forms: readonly Form[],
  stack: DialogState | null,
  current: InterviewTurn,
  act: (context: DialogContext) => Promise<unknown>,
): Promise<{ stack: unknown; says: DialogSays }> {
  const state = stack ?? { dialogStack: [] };
  const context = new TurnContext(silent, { type: ActivityTypes.Message, text: '' });
  context.turnState.set(interviewTurn, current);
  context.turnState.set(openStack, state);
  await act(await dialogsOf(forms).createContext(context));
  if (current.says === null) throw new AppError('turn/failed', 'The dialog said nothing', {});
  return {
    stack: state.dialogStack.length > 0 ? (JSON.parse(JSON.stringify(state, ofMoreThanOneTurn)) as unknown) : null,
    says: current.says,
  };
}

/** Made once: which stack is open, each turn tells. */
const dialogsOf = ofEach((forms: readonly Form[]) =>
  interviews(
    forms,
    new DialogSet({
      get: (context) => Promise.resolve(context.turnState.get<DialogState>(openStack)),
      set: () => Promise.resolve(),
      delete: () => Promise.resolve(),
    }),
  ),
);

const openStack = Symbol('open stack');

/** What was heard in one turn is not kept for the next, nor what says nothing. */
function ofMoreThanOneTurn(key: string, value: unknown): unknown {
  if (key === 'about' && value === null) return undefined;
  if (key === 'news' || (key === 'confirming' && value === false)) return undefined;
  const isEmpty = Array.isArray(value) && value.length === 0;
  return (key === 'unsure' || key === 'unclear') && isEmpty ? undefined : value;
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

const silent = new SilentAdapter();
