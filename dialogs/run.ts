import type { DialogState } from 'botbuilder-dialogs';
import { z } from 'zod';
import { AppError } from '../src/core/errors.ts';
import { lazily } from '../src/core/lazily.ts';
import type { DialogInput, Dialogs, DialogTurn, Standing } from '../src/conversation/forms/dialogs.ts';
import type { Speaker } from '../src/voice/speaker.ts';
import type { Hearing } from '../src/hearing/index.ts';
import { voiceOf } from '../src/voice/voice.ts';
import type { Form } from './form.ts';
import { nothingSaid, without, type Interview } from './standing.ts';
import { takeNews } from './take.ts';

/** The forms as a turn asks for them. The SDK, under which they go on, is loaded when the first form opens. */
export function createDialogs(forms: readonly Form[], speaker: Speaker, hearing: Hearing): Dialogs {
  const sdk = lazily(() => import('./run-waterfall.ts'));
  const byId = new Map(forms.map((form) => [form.id, form]));
  const formOf = (id: string) => {
    const form = byId.get(id);
    if (form === undefined) throw new AppError('turn/failed', `No form "${id}"`, { form: id });
    return form;
  };
  const saying = (turn: DialogTurn) => ({ turn, voice: voiceOf(speaker, 'dialog:', turn) });
  // A turn asks many times, of one stack.
  const read = new WeakMap<object, Standing | null>();
  const standing = (stack: unknown): Standing | null => {
    if (typeof stack !== 'object' || stack === null) return null;
    const known = read.get(stack);
    if (known !== undefined) return known;
    const found = standingOf(stack, byId);
    read.set(stack, found);
    return found;
  };
  return {
    standing,
    hear: (dialog, utterance, asking, turn, known) => formOf(dialog).read(utterance, asking, turn, known),
    read: (dialog, utterance, asking, turn, known) => formOf(dialog).read(utterance, asking, turn, known).facts,
    whose: (utterance, turn) => hearing.whose(utterance, turn),
    told: (dialog, facts, turn) => formOf(dialog).told(facts, turn),
    without: (dialog, facts, field) => without(formOf(dialog), facts, field),
    begin: async (dialog, facts, turn, news = facts, doubts = {}) => {
      const { run } = await sdk();
      const start = { ...takeNews(formOf(dialog), news, saying(turn), doubts), facts, about: turn.about ?? null };
      return run(forms, null, { ...saying(turn), input: null, says: null }, (context) =>
        context.beginDialog(dialog, start),
      );
    },
    continue: async (stack, input: DialogInput, turn: DialogTurn) => {
      const { run } = await sdk();
      const current = { ...saying(turn), input, says: null };
      return run(forms, readable(stack, byId), current, (context) => context.continueDialog());
    },
  };
}

/** Tolerates any stack that another version wrote: what it cannot read is no open form. */
function standingOf(stack: unknown, forms: ReadonlyMap<string, Form>): Standing | null {
  const [top] = StoredStack.safeParse(stack).data?.dialogStack.slice(-1) ?? [];
  const form = top === undefined ? undefined : forms.get(top.id);
  if (top === undefined || form === undefined) return null;
  const { interview, asking, confirming = false } = top.state.values;
  const { facts, about = null } = interview;
  return { dialog: form.id, facts, about, asking: asking ?? null, confirming };
}

/**
 * The stack of this version with what was stored: facts and what was asked. A step number of another version must not
 * decide how the conversation goes on.
 */
function readable(stack: unknown, forms: ReadonlyMap<string, Form>): DialogState {
  const standing = standingOf(stack, forms);
  if (standing === null) throw new AppError('turn/failed', 'No form is open', {});
  const [top] = StoredStack.parse(stack).dialogStack.slice(-1);
  const { dialog, facts, about, asking, confirming } = standing;
  const trail = (top?.state.values.interview.trail ?? Object.keys(facts)).filter((field) => field in facts);
  const unsure = (top?.state.values.interview.unsure ?? []).filter((field) => field in facts);
  const unclear = (top?.state.values.interview.unclear ?? []) as Interview['unclear'];
  const interview: Interview = { ...nothingSaid, facts, about, trail, unsure, unclear };
  const values = { asking, confirming, interview };
  return { dialogStack: [{ id: dialog, state: { options: {}, stepIndex: 0, values } }] };
}

const StoredUnclear = z.object({
  field: z.string(),
  why: z.enum(['two', 'half']),
  readings: z.array(z.object({ field: z.string().optional(), value: z.unknown(), words: z.string() })),
});

const StoredStack = z.object({
  dialogStack: z.array(
    z.object({
      id: z.string(),
      state: z.object({
        values: z.object({
          asking: z.string().nullish(),
          confirming: z.boolean().optional(),
          interview: z.object({
            facts: z.record(z.string(), z.unknown()),
            about: z.string().nullish(),
            trail: z.array(z.string()).optional(),
            unsure: z.array(z.string()).optional(),
            unclear: z.array(StoredUnclear).optional(),
          }),
        }),
      }),
    }),
  ),
});
