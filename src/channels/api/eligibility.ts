import { z } from 'zod';
import {
  decideEligibility,
  parseSituation,
  rowIds,
  situationSchema,
  type EligibilityDecision,
  type Item,
} from '../../core/eligibility/index.ts';
import type { Text } from '../../core/decision.ts';
import { unreachable } from '../../core/errors.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import type { Answered, Endpoint, Say } from './endpoint.ts';
import { dayToCome, documents, flags, money, text } from './json.ts';

const row = z.enum(rowIds);
const outcome = z.string();
const mandatory = z.union([z.boolean(), z.enum(['optional', 'not-possible']), z.null()]);
const fee = z.strictObject({ amount: money, currency: z.literal('EUR') }).nullable();
const item = z.strictObject({ id: z.string(), text, cites: z.array(z.string()), url: z.string().optional() });
const titled = z.strictObject({ id: z.string(), text });
const fields = z.array(z.string());

const decided = z.strictObject({
  kind: z.literal('decided'),
  row,
  outcome,
  mandatory,
  fee,
  headline: text,
  because: z.array(z.strictObject({ fact: z.string(), met: text })),
  documents: z.array(z.strictObject({ step: z.int(), items: z.array(item) })),
  steps: z.array(item),
  alternatives: z.array(item),
  addOns: z.array(z.string()),
  flags,
  verify: z.boolean(),
  open: z.array(item),
  nearly: z.array(z.strictObject({ row, failed: z.string() })),
  changes: z.array(z.strictObject({ field: z.string(), text, row, outcome })),
  contradictions: z.array(text),
  conflicts: z.array(titled),
  notComputed: z.array(titled),
  sources: documents,
});
const needs = z.strictObject({
  kind: z.literal('needs'),
  missing: fields,
  unknown: fields,
  possible: z.array(z.strictObject({ row, outcome, mandatory, fee })),
  settling: z.array(text),
});
const contact = z.strictObject({
  name: z.string(),
  email: z.string(),
  phone: z.string().optional(),
  url: z.string().optional(),
});
const unsupported = z.strictObject({ kind: z.literal('unsupported'), reason: text, handover: contact });
const response = z.union([decided, needs, unsupported]);

export function eligibilityEndpoint(knowledge: Knowledge): Endpoint {
  return {
    name: 'eligibility',
    request: situationSchema,
    response,
    example: {
      on: '2026-11-22',
      school: 'higher-education',
      registered: false,
      nationality: 'BR',
      work: 'none',
      stayMonths: 10,
    },
    filledIn: ['on'],
    answer: (input, { sayOn, today }): Answered => {
      const parsed = parseSituation(input, knowledge);
      if (parsed.kind !== 'ok') return parsed;
      const result = decideEligibility(parsed.situation, knowledge);
      if (result.kind === 'unanswerable') return result;
      const { on = today } = parsed.situation;
      const say = sayOn(on === 'unknown' ? today : on);
      const body = inJson(result, say, knowledge);
      return { kind: 'answered', body: on > today && body.kind === 'decided' ? withCaution(body, say) : body };
    },
  };
}

function inJson(decision: EligibilityDecision, say: Say, knowledge: Knowledge): z.infer<typeof response> {
  switch (decision.kind) {
    case 'decided':
      return decidedInJson(decision, say);
    case 'needs':
      return {
        kind: 'needs',
        missing: [...decision.missing],
        unknown: [...decision.unknown],
        possible: decision.possible.map(({ row: id, outcome: code, mandatory: duty, fee: price }) => ({
          row: id,
          outcome: code,
          mandatory: duty,
          fee: price,
        })),
        settling: decision.settling.map(say),
      };
    case 'unsupported':
      return { kind: 'unsupported', reason: say(decision.reason), handover: contactOf(knowledge) };
    default:
      return unreachable(decision);
  }
}

function decidedInJson(decision: Decided, say: Say): z.infer<typeof decided> {
  const items = (list: readonly Item[]) =>
    list.map((each) => ({ ...each, text: say(each.text), cites: [...each.cites] }));
  const texts = (list: readonly { readonly id: string; readonly text: Text }[]) =>
    list.map(({ id, text: said }) => ({ id, text: say(said) }));
  return {
    kind: 'decided',
    row: decision.row,
    outcome: decision.outcome,
    mandatory: decision.mandatory,
    fee: decision.fee,
    headline: say(decision.headline),
    because: decision.because.map(({ fact, met }) => ({ fact, met: say(met) })),
    documents: decision.documents.map(({ step, items: papers }) => ({ step, items: items(papers) })),
    steps: items(decision.steps),
    alternatives: items(decision.alternatives),
    addOns: [...decision.addOns],
    flags: [...decision.flags],
    verify: decision.verify,
    open: items(decision.open),
    nearly: decision.nearly.map(({ row: id, failed }) => ({ row: id, failed })),
    changes: decision.changes.map((change) => ({ ...change, text: say(change.text) })),
    contradictions: decision.contradictions.map(say),
    conflicts: texts(decision.conflicts),
    notComputed: texts(decision.notComputed),
    sources: [...decision.sources],
  };
}

/** For a day after today, which the core cannot know: figures may change. */
function withCaution(body: z.infer<typeof decided>, say: Say): z.infer<typeof decided> {
  const caution = { id: dayToCome, text: say({ key: 'api:caution.day-to-come' }) };
  return { ...body, flags: [...body.flags, dayToCome], conflicts: [...body.conflicts, caution] };
}

type Decided = Extract<EligibilityDecision, { kind: 'decided' }>;

/** Whom to turn to with what the table does not hold. */
function contactOf({ desk }: Knowledge): z.infer<typeof contact> {
  const { email, phone, url } = desk.contact;
  return { name: desk.name, email, ...(phone !== undefined && { phone }), ...(url !== undefined && { url }) };
}
