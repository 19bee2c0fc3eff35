import type { Match } from '../core/matching/matcher.ts';
import { readCommand, type Command } from './commands/read-command.ts';
import type { Said, Situation } from './said.ts';
import { matchQuestion } from './topics/match-question.ts';

/** What every listener is asked. What the whole turn needs of matcher and commands is worked out once, when first wanted. */
export type Asked = Situation & {
  readonly match: Match;
  /** The command that the whole message is, or null. */
  readonly command: Command | null;
  /** A language that we do not answer in, when the message is in one. */
  readonly foreign: string | null;
};

/** One thing that a message can be. It says what it heard, or null: then the next one is asked. */
export type Listener = {
  /** As the trace names it. */
  readonly name: string;
  readonly hear: (asked: Asked, later: Later) => Said | null | Promise<Said | null>;
};

/** What the listeners after this one say, of the same message or of the same in another state. */
export type Later = (asked: Asked) => Promise<Said>;

export function askedOf(situation: Situation, foreign: string | null): Asked {
  let match: Match | undefined;
  let command: Command | null | undefined;
  return {
    ...situation,
    foreign,
    get match() {
      return (match ??= matchQuestion(situation, situation.incoming.text));
    },
    get command() {
      return command === undefined ? (command = readCommand(situation.incoming.text, situation.knowledge)) : command;
    },
  };
}
