import type { DialogTurn, Facts, Told, ToldHere } from '../src/conversation/forms/dialogs.ts';
import type { Speaker } from '../src/voice/speaker.ts';
import type { Hearing } from '../src/hearing/index.ts';
import { deskKnowledge, type DeskKnowledge, type FormEntry } from '../src/knowledge/forms.ts';
import type { Knowledge } from '../src/knowledge/schema.ts';
import { voiceOf, type Voice } from '../src/voice/voice.ts';
import type { Form } from './form.ts';
import type { Look } from './look.ts';

type Part = keyof DeskKnowledge;

/** What is to be said about a form: everything else comes with the loop that all of them run on. */
type Definition<N extends Part, M extends Part> = {
  /** Names it in intents.yaml and under `offers` of an answer; its phrases stand in dialog.yaml under `<id>` and `start.<id>`. */
  readonly id: string;
  /** False: no words start it, the program does. */
  readonly startedByWords?: boolean;
  /** What of the knowledge it works with: a desk that lacks one of these does not have the form. */
  readonly needs: readonly N[];
  /** What it works with where the desk has it. */
  readonly mayUse?: readonly M[];
  readonly look: (known: Facts, speaking: Knows<N, M> & { readonly voice: Voice }) => Look;
  readonly read: (utterance: string, asking: string | null, hears: Knows<N, M> & Hears) => ToldHere;
  /** Facts that no longer stand once `field` has changed. */
  readonly dependents?: (field: string) => readonly string[];
  /** Facts that `field` says more exactly, and so takes the place of, told first or anew. */
  readonly replaces?: (field: string) => readonly string[];
  readonly told: (facts: Facts, speaking: Knows<N, M> & { readonly voice: Voice }) => readonly Told[];
};

type Knows<N extends Part, M extends Part> = { readonly [P in N]: NonNullable<DeskKnowledge[P]> } & {
  readonly [P in M]: DeskKnowledge[P];
};

export type Hears = { readonly hearing: Hearing; readonly turn: DialogTurn; readonly known: Facts };

/** A form as the list has it, to be opened over one state of the knowledge. */
export type FormDefinition = FormEntry & { readonly open: (knowledge: Knowledge, parts: Parts) => Form };

type Parts = { readonly speaker: Speaker; readonly hearing: Hearing };

export function defineForm<const N extends Part, const M extends Part = never>({
  id,
  startedByWords = true,
  needs,
  mayUse = [],
  look,
  read,
  dependents = () => [],
  replaces = () => [],
  told,
}: Definition<N, M>): FormDefinition {
  const open = (knowledge: Knowledge, { speaker, hearing }: Parts): Form => {
    const desk = deskKnowledge(knowledge);
    // Only a form that has what it needs is opened.
    const knows = Object.fromEntries([...needs, ...mayUse].map((part) => [part, desk[part]])) as Knows<N, M>;
    const speaking = (turn: DialogTurn) => ({ ...knows, voice: voiceOf(speaker, `dialog:${id}.`, turn) });
    return {
      id,
      look: (known, turn) => look(known, speaking(turn)),
      read: (utterance, asking, turn, known) =>
        withoutReplaced(read(utterance, asking, { ...knows, hearing, turn, known }), replaces),
      dependents,
      replaces,
      told: (facts, turn) => told(facts, speaking(turn)),
    };
  };
  return { id, startedByWords, needs, open };
}

/** What is told at once with what says it more exactly is not told beside it. */
function withoutReplaced(told: ToldHere, replaces: Form['dependents']): ToldHere {
  const replaced = new Set(Object.keys(told.facts).flatMap((field) => replaces(field)));
  return {
    ...told,
    facts: Object.fromEntries(Object.entries(told.facts).filter(([field]) => !replaced.has(field))),
    unsure: told.unsure.filter((field) => !replaced.has(field)),
  };
}
