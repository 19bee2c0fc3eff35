import type { Doubts, Facts } from '../src/conversation/forms/dialogs.ts';
import type { Unclear } from '../src/hearing/index.ts';
import type { Form } from './form.ts';
import { nothingSaid, type Interview, type Saying } from './standing.ts';

/** What an answer adds to what is known: facts, what of them is not sure, and what is said back. */
export function take(
  form: Form,
  standing: Interview,
  told: Facts,
  asked: string,
  saying: Saying,
  { unsure = [], unclear = [] }: Doubts = {},
): Interview {
  const changed = Object.keys(told).filter((field) => field in standing.facts && standing.facts[field] !== told[field]);
  const replaced = Object.keys(told).flatMap((field) => form.replaces?.(field) ?? []);
  const fallen = [...changed.flatMap((field) => form.dependents(field)), ...replaced];
  const dropped = new Set(fallen.filter((field) => !(field in told)));
  const kept = Object.fromEntries(Object.entries(standing.facts).filter(([field]) => !dropped.has(field)));
  const fields = [...Object.keys(told).filter((field) => field !== asked), ...(asked in told ? [asked] : [])];
  const news = isBareAnswer(told, asked) ? {} : told;
  return {
    ...takeNews(form, news, saying, { unsure, unclear }),
    facts: { ...kept, ...told },
    trail: [...standing.trail.filter((field) => !fields.includes(field) && !dropped.has(field)), ...fields],
    unsure: [...standing.unsure.filter((field) => !(field in told)), ...unsure.filter((field) => field in told)],
  };
}

/** What a message told, said back with a way to take it back. */
export function takeNews(form: Form, news: Facts, saying: Saying, { unsure = [], unclear = [] }: Doubts): Interview {
  const told = form.told(news, saying.turn).map(({ field }) => field);
  const preface = saidBack('understood', form, news, saying, unsure);
  return { ...nothingSaid, facts: news, preface, unsure, unclear, news: told };
}

/** `understood` or `summary`, and the facts, marked where they are not sure; nothing when there are none. */
export function saidBack(
  key: 'understood' | 'summary',
  form: Form,
  facts: Facts,
  { turn, voice }: Saying,
  unsure: readonly string[] = [],
): string {
  const told = form
    .told(facts, turn)
    .map(({ field, text }) => (unsure.includes(field) ? voice.say('unsure', { fact: text }) : text));
  return told.length === 0 ? '' : voice.say(key, { facts: told.join(', ') });
}

/** Of what was told and is half of an answer, the half, in words: "until Christmas: and from when?" */
export function saidOfHalf(unclear: readonly Unclear[], form: Form, { turn, voice }: Saying): string | null {
  for (const { field, why, readings } of unclear) {
    if (why !== 'half' || !voice.has(`dialog:half.${field}`)) continue;
    const [told] = form.told({ [field]: readings[0]?.value }, turn);
    if (told !== undefined) return voice.say(`half.${field}`, { fact: told.text });
  }
  return null;
}

/** A yes or no to the question asked need not be said back. */
function isBareAnswer(told: Facts, asked: string): boolean {
  return Object.keys(told).length === 1 && (typeof told[asked] === 'boolean' || told[asked] === 'unknown');
}
