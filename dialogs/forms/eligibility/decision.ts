import { parseAmount } from '../../../src/core/money.ts';
import type { Text } from '../../../src/core/decision.ts';
import type { Eligibility, Item } from '../../../src/core/eligibility/index.ts';
import type { DialogTurn } from '../../../src/conversation/dialogs.ts';
import type { Card } from '../../../src/conversation/reply.ts';
import type { Params, Speaker } from '../../../src/conversation/say.ts';

type Section = Card['sections'][number];

/** The verdict in a few lines: what holds, and what is open. */
export function decisionText(decision: Eligibility, turn: DialogTurn, speaker: Speaker): string {
  const text = (value: Text) => speaker.text(turn.language, value, turn.on);
  const open = decision.open.map((item) => text(item.text));
  const toCheck = speaker.say(turn.language, 'dialog:eligibility.open', {}, turn.on);
  return [
    `**${text(decision.headline)}**`,
    ...decision.contradictions.map(text),
    ...(open.length > 0 ? [[toCheck, ...open].join(' ')] : []),
  ].join('\n\n');
}

/** Everything that the decision carries, in the order in which it is needed. */
export function decisionCard(decision: Eligibility, turn: DialogTurn, speaker: Speaker): Card {
  const text = (value: Text) => speaker.text(turn.language, withCountries(value, turn, speaker), turn.on);
  const say = (key: string, params: Params = {}) =>
    speaker.say(turn.language, `dialog:eligibility.${key}`, params, turn.on);
  const plain = (texts: readonly string[]) => [...new Set(texts)].map((line) => ({ text: line, url: null }));
  const listed = (items: readonly Item[]) => items.map((item) => linked(text(item.text), item.url));
  const papers = decision.documents.map(({ step, items }) => section(say('papers', { step }), listed(items)));
  const addOns = decision.addOns.map((id) => speaker.say(turn.language, `eligibility:addOn.${id}`, {}, turn.on));
  const fee = decision.fee === null ? null : parseAmount(decision.fee.amount);
  const price = fee === null ? say('private-price') : speaker.money(turn.language, fee);
  const sections: Section[] = [
    { heading: null, rows: [{ label: say('price'), text: price }], items: [] },
    section(say('because'), plain(decision.because.map(({ met }) => text(met)))),
    section(say('steps'), listed(decision.steps)),
    ...papers,
    section(say('alternatives'), listed(decision.alternatives)),
    section(say('also'), plain(addOns)),
    section(say('conflicts'), plain(decision.conflicts.map((conflict) => text(conflict.text)))),
    section(say('changes'), plain(decision.changes.map((change) => text(change.text)))),
    section(say('not-computed'), plain(decision.notComputed.map((item) => text(item.text)))),
  ];
  return {
    kind: 'decision',
    title: say('title'),
    sections: sections.filter(({ items, rows }) => items.length + rows.length > 0),
  };
}

/** The facts of the ledger that the decision rests on. */
export function factsCited(decision: Eligibility): string[] {
  const items = [
    ...decision.documents.flatMap(({ items: papers }) => papers),
    ...decision.steps,
    ...decision.alternatives,
    ...decision.open,
  ];
  return [...new Set([...decision.because.map(({ fact }) => fact), ...items.flatMap(({ cites }) => cites)])];
}

/** A sentence that holds its own link is not linked again. */
function linked(text: string, url: string | undefined): Section['items'][number] {
  return { text, url: url === undefined || text.includes('](') ? null : url };
}

/** The core speaks of countries by code; a person reads their names. */
function withCountries(text: Text, turn: DialogTurn, speaker: Speaker): Text {
  const named = Object.entries(text.with ?? {}).map(([name, value]) => [
    name,
    /^(nationality|insuredIn|country)$/.test(name) ? speaker.country(turn.language, String(value)) : value,
  ]);
  return text.with === undefined ? text : { key: text.key, with: Object.fromEntries(named) as Params };
}

function section(heading: string, items: Section['items']): Section {
  return { heading, rows: [], items };
}
