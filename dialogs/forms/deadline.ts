import { deadline, deadlineKinds, parseDeadline, type Deadline } from '../../src/core/deadlines/index.ts';
import type { Rates } from '../../src/core/dated.ts';
import type { Day } from '../../src/core/day.ts';
import type { Offers } from '../../src/core/fees/index.ts';
import type { DialogTurn, Facts, Told } from '../../src/conversation/dialogs.ts';
import type { Grounds } from '../../src/core/grounds.ts';
import type { Card, Choice } from '../../src/conversation/reply.ts';
import type { Params, Speaker } from '../../src/conversation/say.ts';
import type { Knowledge } from '../../src/knowledge/schema.ts';
import { factChoice } from '../fact-choice.ts';
import type { Form, Look } from '../form.ts';
import { refused } from '../refused.ts';
import type { Reader } from '../reading/reader.ts';

export type DeadlineParts = {
  readonly rates: Rates;
  readonly offers: Offers | null;
  readonly grounds: Grounds;
  readonly conflicts: Knowledge['conflicts'];
  readonly speaker: Speaker;
  readonly reader: Reader;
};

/** When something starts, ends or is due. Facts: `about`, `from`, and `stayUntil` for a card's end. */
export function deadlineForm(parts: DeadlineParts): Form {
  const { reader, speaker } = parts;
  return {
    id: 'deadline',
    look: (known, turn) => look(known, turn, parts),
    read: (utterance, asking, turn) => read(utterance, asking, turn, reader),
    dependents: (field) => (field === 'about' ? ['from', 'stayUntil'] : []),
    told: (facts, turn) => told(facts, turn, speaker),
  };
}

function look(known: Facts, turn: DialogTurn, parts: DeadlineParts): Look {
  const { offers, conflicts, speaker } = parts;
  const missing = ['about', 'from', ...(known['about'] === 'ehic-gap' ? ['stayUntil'] : [])].find(
    (field) => known[field] === undefined || known[field] === 'unknown',
  );
  if (missing !== undefined) return ask(missing, known, turn, offers, speaker);
  const { about, from, stayUntil } = known;
  const parsed = parseDeadline({ about, from, ...(stayUntil !== undefined && { stayUntil }) });
  if (parsed.kind === 'invalid') return refused(parsed.errors, turn, speaker, { ehicUntil: 'from' });
  const result = deadline(parsed.value, parts);
  return result.kind === 'unanswerable'
    ? refused(result.errors, turn, speaker, { ehicUntil: 'from' })
    : finished(result, known, turn, { conflicts, speaker });
}

function ask(field: string, known: Facts, turn: DialogTurn, offers: Offers | null, speaker: Speaker): Look {
  const say = (key: string) => speaker.say(turn.language, `dialog:deadline.${key}`, {}, turn.on);
  const question = field === 'from' ? say(`from.${String(known['about'])}`) : say(`ask.${field}`);
  return { kind: 'ask', field, question, why: say(`why.${field}`), choices: choicesFor(field, turn, offers, speaker) };
}

function choicesFor(field: string, turn: DialogTurn, offers: Offers | null, speaker: Speaker): Choice[] {
  const say = (key: string) => speaker.say(turn.language, `dialog:deadline.${key}`, {}, turn.on);
  if (field === 'about') {
    const sold = deadlineKinds.filter((kind) => offers !== null || !kind.startsWith('rc-'));
    return sold.map((kind) => factChoice('about', kind, say(`about.${kind}`)));
  }
  return field === 'from' ? [factChoice('from', turn.on, say('today'))] : [];
}

function finished(
  result: Deadline,
  known: Facts,
  turn: DialogTurn,
  { conflicts, speaker }: Pick<DeadlineParts, 'conflicts' | 'speaker'>,
): Look {
  return {
    kind: 'finished',
    text: whenText(result, turn, speaker),
    card: cardOf(result, known, turn, speaker),
    choices: [],
    outcome: result,
    facts: result.facts,
    verify: result.flags.some((flag) => conflicts[flag]?.verify === true),
  };
}

function cardOf(result: Deadline, known: Facts, turn: DialogTurn, speaker: Speaker): Card {
  const say = (key: string) => speaker.say(turn.language, `dialog:deadline.${key}`, {}, turn.on);
  const rows = [
    { label: say('row.about'), text: say(`about.${String(known['about'])}`) },
    { label: say('row.from'), text: speaker.date(turn.language, known['from'] as Day) },
    { label: say('row.when'), text: whenText(result, turn, speaker).replaceAll('*', '') },
  ];
  const rule = { text: speaker.text(turn.language, result.rule, turn.on), url: null };
  return {
    kind: 'decision',
    title: say('title'),
    sections: [
      { heading: null, rows, items: [] },
      { heading: say('rule'), rows: [], items: [rule] },
    ],
  };
}

function whenText({ when }: Deadline, turn: DialogTurn, speaker: Speaker): string {
  const say = (key: string, params: Params = {}) =>
    speaker.say(turn.language, `dialog:deadline.when.${key}`, params, turn.on);
  const date = (day: Day) => speaker.date(turn.language, day);
  switch (when.kind) {
    case 'day':
      return say('day', { day: date(when.day) });
    case 'between':
      return say('between', { earliest: date(when.earliest), latest: date(when.latest) });
    case 'never':
      return say('never');
  }
}

/** "My card ends on 31 March and I stay until June": the first day is counted from, an end of the stay is its own fact. */
function read(utterance: string, asking: string | null, turn: DialogTurn, reader: Reader): Facts {
  const { about } = reader.mentions(utterance, turn, ['about']);
  const { days, spans } = reader.measure(utterance, turn);
  const ends = reader.hasCue(utterance, turn, 'remaining') ? (spans.at(-1)?.until ?? days.at(1)) : undefined;
  const [first] = [...days, ...spans.map(({ until }) => until)];
  if (asking === 'stayUntil' && first !== undefined) return { ...(about !== undefined && { about }), stayUntil: first };
  return {
    ...(about !== undefined && { about }),
    ...(first !== undefined && { from: first }),
    ...(ends !== undefined && ends !== first && { stayUntil: ends }),
  };
}

function told(facts: Facts, turn: DialogTurn, speaker: Speaker): readonly Told[] {
  const say = (key: string, params: Params = {}) =>
    speaker.say(turn.language, `dialog:deadline.${key}`, params, turn.on);
  return ['about', 'from', 'stayUntil'].flatMap((field) => {
    const value = facts[field];
    if (typeof value !== 'string' || value === 'unknown') return [];
    const text =
      field === 'about'
        ? say(`about.${value}`)
        : say(`told.${field}`, { day: speaker.date(turn.language, value as Day) });
    return [{ field, text }];
  });
}
