import { parseAmount } from '../../../src/core/money.ts';
import type { Eligibility, Item } from '../../../src/core/eligibility/index.ts';
import type { DialogTurn } from '../../../src/conversation/dialogs.ts';
import type { Card } from '../../../src/conversation/reply.ts';
import type { Params, Speaker } from '../../../src/conversation/say.ts';

type Section = Card['sections'][number];

/** The verdict in a few lines: what holds, what it costs, the first thing to do, what is open. */
export function decisionText(decision: Eligibility, turn: DialogTurn, speaker: Speaker): string {
  const text = (value: Parameters<Speaker['text']>[1]) => speaker.text(turn.language, value, turn.on);
  const say = (key: string, params: Params = {}) =>
    speaker.say(turn.language, `dialog:eligibility.${key}`, params, turn.on);
  const fee = decision.fee === null ? null : parseAmount(decision.fee.amount);
  const cost =
    fee === null ? [] : [fee === 0 ? say('free') : say('costs', { amount: speaker.money(turn.language, fee) })];
  const open = decision.open.map((item) => text(item.text));
  const odd = decision.contradictions.map(text);
  return [
    `**${text(decision.headline)}**`,
    ...cost,
    ...odd,
    ...(open.length > 0 ? [[say('open'), ...open].join(' ')] : []),
  ].join('\n\n');
}

/** Everything that the decision carries, in the order in which it is needed. */
export function decisionCard(decision: Eligibility, turn: DialogTurn, speaker: Speaker): Card {
  const text = (value: Parameters<Speaker['text']>[1]) => speaker.text(turn.language, value, turn.on);
  const say = (key: string, params: Params = {}) =>
    speaker.say(turn.language, `dialog:eligibility.${key}`, params, turn.on);
  const plain = (texts: readonly string[]) => [...new Set(texts)].map((line) => ({ text: line, url: null }));
  const listed = (items: readonly Item[]) => items.map((item) => ({ text: text(item.text), url: item.url ?? null }));
  const papers = decision.documents.map(({ step, items }) => section(say('papers', { step }), listed(items)));
  const addOns = decision.addOns.map((id) => speaker.say(turn.language, `eligibility:addOn.${id}`, {}, turn.on));
  const sections = [
    section(say('because'), plain(decision.because.map(({ met }) => text(met)))),
    section(say('steps'), listed(decision.steps)),
    ...papers,
    section(say('alternatives'), listed(decision.alternatives)),
    section(say('also'), plain(addOns)),
    section(say('conflicts'), plain(decision.conflicts.map((conflict) => text(conflict.text)))),
    section(say('changes'), plain(decision.changes.map((change) => text(change.text)))),
    section(say('not-computed'), plain(decision.notComputed.map((item) => text(item.text)))),
  ];
  return { kind: 'decision', title: say('title'), sections: sections.filter(({ items }) => items.length > 0) };
}

/** The facts of the ledger that the decision rests on. */
export function factsCited(decision: Eligibility): string[] {
  const items = [
    ...decision.documents.flatMap(({ items: papers }) => papers),
    ...decision.steps,
    ...decision.alternatives,
    ...decision.open,
  ];
  return [...new Set([...decision.because.map(({ fact }) => fact), ...items.flatMap(({ cites }) => cites)])].filter(
    (fact) => /^(S\d|X)-/.test(fact),
  );
}

function section(heading: string, items: Section['items']): Section {
  return { heading, rows: [], items };
}
