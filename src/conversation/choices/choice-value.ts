import { commandNames, type CommandName } from '../../knowledge/conversation-schema.ts';
import type { Facts } from '../forms/dialogs.ts';
import type { Choice } from '../reply.ts';

/**
 * What a choice stands for. It is written into `value` of the choice, which goes over the wire and is kept in the state of
 * open conversations: what was ever written must be read.
 */
export type ChoiceValue =
  /** An answer or a form, with what the message that offered it told of the form's fields. */
  | { readonly kind: 'topic'; readonly topic: string; readonly told?: Facts }
  | { readonly kind: 'command'; readonly command: CommandName }
  | { readonly kind: 'fact'; readonly field: string; readonly value: unknown }
  | { readonly kind: 'change'; readonly field: string }
  | { readonly kind: 'take-back'; readonly fields: readonly string[] }
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'resume' };

export function choiceOf(label: string, value: ChoiceValue): Choice {
  return { label, value: writeChoice(value) };
}

/** `topic:<id>`, `topic:<id>={…}`, `command:<name>`, `fact:<field>=<json>`, `change:<field>`, `take-back:<field>,<field>`, `language:<tag>`, `resume`. */
export function writeChoice(value: ChoiceValue): string {
  switch (value.kind) {
    case 'topic':
      return value.told === undefined ? `topic:${value.topic}` : `topic:${value.topic}=${JSON.stringify(value.told)}`;
    case 'command':
      return `command:${value.command}`;
    case 'fact':
      return `fact:${value.field}=${JSON.stringify(value.value)}`;
    case 'change':
      return `change:${value.field}`;
    case 'take-back':
      return `${takeBack}${value.fields.join(',')}`;
    case 'language':
      return `language:${value.language}`;
    case 'resume':
      return 'resume';
  }
}

/** Null for what no version of ours wrote. */
export function parseChoice(text: string): ChoiceValue | null {
  const [kind, rest] = splitOnce(text, ':');
  const [name, json] = splitOnce(rest, '=');
  switch (kind) {
    case 'topic':
      return topicOf(name, json);
    case 'command':
      return isCommandName(rest) ? { kind, command: rest } : null;
    case 'fact': {
      const value = jsonIn(json);
      return value === undefined ? null : { kind, field: name, value };
    }
    case 'change':
      return { kind, field: rest };
    case 'take-back':
      return { kind, fields: rest.split(',') };
    case 'language':
      return { kind, language: rest };
    case 'resume':
      return { kind };
    default:
      return null;
  }
}

/** Whether a choice is about what was understood, and no answer to the question. */
export function takesBack({ value }: Choice): boolean {
  return value.startsWith(takeBack);
}

const takeBack = 'take-back:';

/** Whether one of these choices stands for the command. */
export function offersCommand(offered: readonly Choice[], command: CommandName): boolean {
  const wanted = writeChoice({ kind: 'command', command });
  return offered.some(({ value }) => value === wanted);
}

function topicOf(topic: string, json: string): ChoiceValue | null {
  if (json === '') return { kind: 'topic', topic };
  const told = jsonIn(json);
  return typeof told === 'object' && told !== null && !Array.isArray(told)
    ? { kind: 'topic', topic, told: told as Facts }
    : null;
}

function isCommandName(text: string): text is CommandName {
  return (commandNames as readonly string[]).includes(text);
}

/** Undefined for what is no JSON. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}
