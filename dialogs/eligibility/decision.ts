import { parseAmount } from '../../src/core/money.ts';
import type { Text } from '../../src/core/decision.ts';
import type { Eligibility, Item, Possible } from '../../src/core/eligibility/index.ts';
import type { Card, Section } from '../../src/conversation/reply.ts';
import type { Params } from '../../src/voice/speaker.ts';
import type { Voice } from '../../src/voice/voice.ts';
import { finished, type Consequence, type Look } from '../look.ts';

export function decided(decision: Eligibility, voice: Voice): Look {
  return finished(decisionText(decision, voice), decision, {
    card: decisionCard(decision, voice),
    facts: factsCited(decision),
    verify: decision.verify,
    consequence: consequenceOf(decision),
  });
}

function consequenceOf({ mandatory, fee }: Eligibility): Consequence | null {
  if (mandatory === 'not-possible') return 'not-open';
  if (mandatory === false) return 'nothing-to-do';
  return fee !== null && parseAmount(fee.amount) !== 0 ? 'must-pay' : null;
}

/** Only unknowns are left: the safest to follow; on the card what can come out, the safest first, and what would settle it. */
export function stillOpen(decision: Open, voice: Voice): Look {
  const [safest] = decision.possible;
  const outcome = safest === undefined ? '' : rowText(safest, voice);
  return finished(voice.say('still-open', { outcome }), decision, { card: openCard(decision, voice), verify: true });
}

type Open = { readonly possible: readonly Possible[]; readonly settling: readonly Text[] };

/** The verdict in a few lines: what holds, and what is open. */
function decisionText(decision: Eligibility, voice: Voice): string {
  const open = decision.open.map((item) => voice.text(item.text));
  return [
    `**${voice.text(decision.headline)}**`,
    ...decision.contradictions.map(voice.text),
    ...(open.length > 0 ? [[voice.say('open'), ...open].join(' ')] : []),
  ].join('\n\n');
}

/** Everything that the decision carries, in the order in which it is needed: what it costs and what to do next, then what is read later. */
function decisionCard(decision: Eligibility, voice: Voice): Card {
  const text = (value: Text) => voice.text(withCountries(value, voice));
  const listed = (items: readonly Item[]) => items.map((item) => linked(text(item.text), item.url));
  const papers = decision.documents.map(({ step, items }) => section(voice.say('papers', { step }), listed(items)));
  const addOns = decision.addOns.map((id) => voice.phrase(`eligibility:addOn.${id}`));
  const steps = listed(decision.steps);
  const all = steps.length <= nextSteps;
  const sections: Section[] = [
    { heading: null, rows: [{ label: voice.say('price'), text: price(decision, voice) }], items: [] },
    { ...section(voice.say('next'), steps.slice(0, nextSteps)), ordered: true },
    ...papers.map(folded),
    ...(all ? [] : [folded({ ...section(voice.say('steps'), steps), ordered: true })]),
    folded(section(voice.say('because'), plain(decision.because.map(({ met }) => text(met))))),
    folded(section(voice.say('alternatives'), listed(decision.alternatives))),
    folded(section(voice.say('also'), plain(addOns))),
    folded(section(voice.say('changes'), plain(decision.changes.map((change) => text(change.text))))),
    folded(section(voice.say('conflicts'), plain(decision.conflicts.map((conflict) => text(conflict.text))))),
    folded(section(voice.say('not-computed'), plain(decision.notComputed.map((item) => text(item.text))))),
  ];
  return cardOf(sections, voice);
}

/** "Free" reads kinder than 0 €. */
function price({ fee }: Eligibility, voice: Voice): string {
  const cents = fee === null ? null : parseAmount(fee.amount);
  if (cents === null) return voice.say('private-price');
  return cents === 0 ? voice.say('free-price') : voice.money(cents);
}

function openCard(decision: Open, voice: Voice): Card {
  const possible = decision.possible.map((row) => unlinked(rowText(row, voice)));
  const settling = decision.settling.map((text) => unlinked(voice.text(text)));
  return cardOf([section(voice.say('possible'), possible), section(voice.say('settled-by'), settling)], voice);
}

function cardOf(sections: readonly Section[], voice: Voice): Card {
  const filled = sections.filter(({ items, rows }) => items.length + rows.length > 0);
  return { kind: 'decision', title: voice.say('title'), sections: filled };
}

function rowText({ row }: Possible, voice: Voice): string {
  return voice.phrase(`eligibility:row.${row}`);
}

/** The facts of the ledger that the decision rests on. */
function factsCited(decision: Eligibility): string[] {
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

function unlinked(text: string): Section['items'][number] {
  return { text, url: null };
}

/** Each once. */
function plain(texts: readonly string[]): Section['items'] {
  return [...new Set(texts)].map(unlinked);
}

/** The core speaks of countries by code; a person reads their names. */
function withCountries(text: Text, voice: Voice): Text {
  const named = Object.entries(text.with ?? {}).map(([name, value]) => [
    name,
    /^(nationality|insuredIn|country)$/.test(name) ? voice.country(String(value)) : value,
  ]);
  return text.with === undefined ? text : { key: text.key, with: Object.fromEntries(named) as Params };
}

function section(heading: string, items: Section['items']): Section {
  return { heading, rows: [], items };
}

function folded(part: Section): Section {
  return { ...part, folded: true };
}

/** As many as a tired reader takes in at once; all of them stand below, folded. */
const nextSteps = 3;
