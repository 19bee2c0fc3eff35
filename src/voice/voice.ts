import type { RateValue, Unit } from '../core/dated.ts';
import type { Day } from '../core/day.ts';
import type { Text } from '../core/decision.ts';
import type { Cents } from '../core/money.ts';
import type { Params, Speaker } from './speaker.ts';

/** The speaker bound to a language, a day and a place of its own among the phrases. */
export type Voice = {
  readonly language: string;
  /** The day whose figures stand in what is said. */
  readonly on: Day;
  /** A phrase of its own: `ask.way` in `dialog:handover.` is `dialog:handover.ask.way`. */
  readonly say: (key: string, params?: Params) => string;
  /** A phrase from elsewhere, by its whole key. */
  readonly phrase: (key: string, params?: Params) => string;
  readonly has: (key: string) => boolean;
  readonly list: (key: string, params?: Params) => readonly string[];
  readonly text: (text: Text) => string;
  readonly money: (amount: Cents) => string;
  readonly date: (day: Day) => string;
  readonly number: (value: number) => string;
  readonly country: (code: string) => string;
  readonly quantity: (unit: Unit, value: RateValue) => string;
};

export function voiceOf(
  speaker: Speaker,
  own: string,
  { language, on }: { readonly language: string; readonly on: Day },
): Voice {
  const phrase = (key: string, params: Params = {}) => speaker.say(language, key, params, on);
  return {
    language,
    on,
    phrase,
    say: (key, params) => phrase(own + key, params),
    has: (key) => speaker.has(language, key),
    list: (key, params = {}) => speaker.list(language, key, params, on),
    text: (text) => speaker.text(language, text, on),
    money: (amount) => speaker.money(language, amount),
    date: (day) => speaker.date(language, day),
    number: (value) => speaker.number(language, value),
    country: (code) => speaker.country(language, code),
    quantity: (unit, value) => speaker.quantity(language, unit, value),
  };
}
