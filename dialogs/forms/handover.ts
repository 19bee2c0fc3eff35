import type { DialogTurn, Facts, Told } from '../../src/conversation/dialogs.ts';
import { handoverCard } from '../../src/conversation/handover-card.ts';
import type { Choice } from '../../src/conversation/reply.ts';
import type { Params, Speaker } from '../../src/conversation/say.ts';
import { isOneOf } from '../../src/conversation/words.ts';
import { factChoice } from '../fact-choice.ts';
import type { Form, Look } from '../form.ts';
import type { Reader } from '../reading/reader.ts';

/** A letter belongs into a mail: this much of a message travels with a hand-over. */
const longestConcern = 600;

/**
 * What a person should know, after the hand-over is made: two questions, each skippable. Facts: `concern` (what it is
 * about and what was tried), `way` (`here` or `desk`); and what the hand-over brings along: `reference`, `told`, `topic`.
 * How to be reached is not asked: personal data is redacted from a chat.
 */
export function handoverForm(speaker: Speaker, reader: Reader): Form {
  return {
    id: 'handover',
    look: (known, turn) => look(known, turn, speaker),
    read: (utterance, asking, turn, known) => read(utterance, asking, turn, known, reader),
    dependents: () => [],
    told: (facts, turn) => told(facts, turn, speaker),
  };
}

function look(known: Facts, turn: DialogTurn, speaker: Speaker): Look {
  const missing = ['concern', 'way'].find((field) => known[field] === undefined);
  return missing === undefined ? finished(known, turn, speaker) : ask(missing, known, turn, speaker);
}

function ask(field: string, known: Facts, turn: DialogTurn, speaker: Speaker): Look {
  const say = (key: string, params: Params = {}) =>
    speaker.say(turn.language, `dialog:handover.${key}`, params, turn.on);
  const skip = factChoice(field, 'unknown', say('skip'));
  return {
    kind: 'ask',
    field,
    question: say(`ask.${field}`),
    why: say(`why.${field}`),
    choices: [...(field === 'way' ? ways(say) : topics(known, say)), skip],
  };
}

function ways(say: (key: string) => string): Choice[] {
  return ['here', 'desk'].map((way) => factChoice('way', way, say(`way.${way}`)));
}

function topics(known: Facts, say: (key: string, params: Params) => string): Choice[] {
  const topic = known['topic'];
  return typeof topic === 'string' ? [factChoice('concern', topic, say('topic', { topic }))] : [];
}

function finished(known: Facts, turn: DialogTurn, speaker: Speaker): Look {
  const reference = String(known['reference']);
  const way = known['way'] === 'here' || known['way'] === 'desk' ? known['way'] : null;
  const concern = told({ concern: known['concern'] }, turn, speaker).map(({ text }) => text);
  const before = Array.isArray(known['told']) ? known['told'].map(String) : [];
  return {
    kind: 'finished',
    text: speaker.say(turn.language, `dialog:handover.done.${way ?? 'skipped'}`, { reference }, turn.on),
    card: handoverCard({ reference, told: [...concern, ...before], way }, turn, speaker),
    choices: [],
    outcome: null,
    facts: [],
    verify: false,
  };
}

function read(utterance: string, asking: string | null, turn: DialogTurn, known: Facts, reader: Reader): Facts {
  if (asking === null || !/\p{L}{2}/u.test(utterance)) return {};
  const { skip, no, yes, unknown } = reader.reading(turn);
  if (isOneOf(utterance, [...skip, ...no, ...unknown])) return { [asking]: 'unknown' };
  if (asking === 'concern')
    return isOneOf(utterance, yes) ? {} : { concern: utterance.trim().slice(0, longestConcern) };
  const { way } = reader.mentions(utterance, turn, ['way']);
  if (way !== undefined) return { way };
  // Anything else is something more to tell.
  const concern = [known['concern'], utterance].filter((text) => typeof text === 'string' && text !== 'unknown');
  return { concern: concern.join('\n').slice(0, longestConcern), way: 'unknown' };
}

function told(facts: Facts, turn: DialogTurn, speaker: Speaker): readonly Told[] {
  const say = (key: string, params: Params = {}) =>
    speaker.say(turn.language, `dialog:handover.${key}`, params, turn.on);
  const { concern } = facts;
  return typeof concern === 'string' && concern !== 'unknown'
    ? [{ field: 'concern', text: say('told.concern', { concern }) }]
    : [];
}
