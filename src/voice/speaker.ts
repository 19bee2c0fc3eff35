import { createInstance, type i18n, type InterpolationOptions } from 'i18next';
import type { RateValue, Unit } from '../core/dated.ts';
import { parseDay, type Day } from '../core/day.ts';
import type { Text } from '../core/decision.ts';
import { AppError } from '../core/errors.ts';
import { cents, parseAmount, type Cents } from '../core/money.ts';
import { directed } from '../text/direction.ts';
import type { Content, Spoken } from './content.ts';
import { formatsOf, type Formats } from './formats.ts';
import { readInterpolation } from './interpolations/registry.ts';
import { datedOf } from './interpolations/source.ts';
import { keepSaid } from './keep-said.ts';
import { factsOf, tidy, withoutMarks } from './template.ts';

/** A document, what it is dated, and where it stands. */
export type SourceLine = {
  readonly id: string;
  readonly title: string;
  readonly dated: string;
  readonly url: string | null;
};

export type Params = Readonly<Record<string, string | number | boolean>>;

/**
 * Says everything that is said: phrases by key (`namespace:path.to.key`), the core's texts, answers. `on` is the day whose
 * figures stand in the sentence; only phrases without one may leave it out.
 * A missing key or a placeholder that cannot be filled is an AppError, never an echo.
 */
export type Speaker = {
  readonly languages: Spoken;
  readonly staffLanguages: Spoken;
  say(language: string, key: string, params?: Params, on?: Day): string;
  /** Whether there is such a phrase. */
  has(language: string, key: string): boolean;
  text(language: string, text: Text, on?: Day): string;
  /** A phrase that is a list. */
  list(language: string, key: string, params?: Params, on?: Day): readonly string[];
  /** An answer as a reader gets it: figures of the day, no fact marks. */
  render(language: string, template: string, on: Day): string;
  /** The facts that a template's marks name. */
  factsOf(template: string): readonly string[];
  /** A document for the line under an answer, by its id in sources.yaml. */
  source(language: string, id: string): SourceLine;
  /** A page of pages.yaml for the same line. */
  page(language: string, id: string): SourceLine;
  /** `127 €`, `127 €`. */
  money(language: string, amount: Cents): string;
  /** `22 November 2026`. */
  date(language: string, day: Day): string;
  number(language: string, value: number): string;
  /** A country's name by its code: `Brazil`. */
  country(language: string, code: string): string;
  /** A value in its unit: `3 months`. */
  quantity(language: string, unit: Unit, value: RateValue): string;
};

export function createSpeaker(content: Content): Speaker {
  const phrases = phrasesOf(content);
  const formats = new Map<string, Formats>();
  for (const language of content.languages) {
    const vocabulary = content.vocabulary[language];
    if (vocabulary !== undefined) formats.set(language, formatsOf(vocabulary, sayValue(phrases, language)));
  }
  const formatsIn = (language: string) => found(formats.get(language), `No language "${language}"`, { language });
  addFormatters(phrases, formatsIn);

  const exists = knowing(phrases);
  const commaIn = (language: string) => content.vocabulary[language]?.comma;
  const fill = (language: string, on: Day | undefined) => (template: string, match: RegExpExecArray) => {
    const body = match[1]?.trim() ?? '';
    const read = readInterpolation(body, content);
    if ('accepted' in read) throw unfilled(template, body, `accepted is ${read.accepted}, or a parameter of that name`);
    if (on === undefined) throw unfilled(template, body, 'it needs the day in question');
    return read.say({ content, language, on, formats: formatsIn(language), say: sayValue(phrases, language) });
  };
  const translate = (language: string, key: string, params: Params, on: Day | undefined, list: boolean): unknown => {
    formatsIn(language);
    if (!exists(language, key, params)) throw missing(language, key);
    const missingInterpolationHandler = fill(language, on);
    return phrases.t(key, { ...params, lng: language, returnObjects: list, missingInterpolationHandler });
  };
  const put = (language: string, key: string, params: Params, on: Day | undefined): string => {
    const said = translate(language, key, params, on, false);
    if (typeof said !== 'string') throw missing(language, key);
    return written(language, said, commaIn(language));
  };
  const [saidOnce, renderedOnce] = [keepSaid(), keepSaid()];
  const say = (language: string, key: string, params: Params = {}, on?: Day): string =>
    Object.keys(params).length === 0
      ? saidOnce(language, on, key, () => put(language, key, params, on))
      : put(language, key, params, on);
  const render = (language: string, template: string, on: Day): string => {
    // The interpolator takes the options of `t`, which its type leaves out.
    const options: InterpolationOptions = { missingInterpolationHandler: fill(language, on) } as object;
    const filled = phrases.services.interpolator.interpolate(withoutMarks(template), {}, language, options);
    return written(language, filled, commaIn(language));
  };
  return {
    languages: content.languages,
    staffLanguages: content.staffLanguages,
    say,
    has: (language, key) => exists(language, key, {}),
    text: (language, text, on) => say(language, text.key, text.with, on),
    list: (language, key, params = {}, on) => {
      const said = translate(language, key, params, on, true);
      if (!Array.isArray(said)) throw missing(language, key);
      return said.map((item) => written(language, String(item), commaIn(language)));
    },
    render: (language, template, on) => renderedOnce(language, on, template, () => render(language, template, on)),
    factsOf,
    source: (language, id) => sourceLine(content, language, id, formatsIn(language), sayValue(phrases, language)),
    page: (language, id) => pageLine(content, id, formatsIn(language), sayValue(phrases, language)),
    money: (language, amount) => formatsIn(language).money(amount),
    date: (language, day) => formatsIn(language).date(day),
    number: (language, value) => formatsIn(language).number(value),
    country: (language, code) => formatsIn(language).country(code),
    quantity: (language, unit, value) => formatsIn(language).value(unit, value),
  };
}

/** As a reader gets it: lists that the program joins have the language's own comma. */
function written(language: string, text: string, comma = ', '): string {
  return directed(tidy(withoutMarks(text)).replaceAll(', ', comma), language);
}

function phrasesOf({ phrases, languages }: Content): i18n {
  const instance = createInstance();
  void instance.init({
    resources: structuredClone(phrases),
    supportedLngs: [...languages],
    ns: [...new Set(Object.values(phrases).flatMap((namespaces) => Object.keys(namespaces)))],
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key: string) => {
      throw missing('', key);
    },
  });
  return instance;
}

/** Whether there is a phrase. It depends on the parameters where they choose its form; else it is looked for once. */
function knowing(phrases: i18n): (language: string, key: string, params: Params) => boolean {
  const known = new Map<string, boolean>();
  return (language, key, params) => {
    if ('count' in params || 'context' in params) return phrases.exists(key, { ...params, lng: language });
    const name = `${language} ${key}`;
    const there = known.get(name) ?? phrases.exists(key, { lng: language });
    // Of what there is not, there is no end.
    if (there) known.set(name, there);
    return there;
  };
}

function sayValue(phrases: i18n, language: string) {
  return (key: string, params: Readonly<Record<string, string>> = {}) =>
    phrases.t(`values:${key}`, { ...params, lng: language });
}

/** `{{total, money}}` takes cents or "109.00"; `{{day, date}}` a calendar day; `{{months, number}}` a number. */
function addFormatters(phrases: i18n, formatsIn: (language: string) => Formats): void {
  phrases.services.formatter?.add('money', (value: unknown, language) => {
    const amount = typeof value === 'number' ? cents(value) : parseAmount(String(value));
    return formatsIn(language ?? '').money(found(amount, `Not an amount: ${String(value)}`, {}));
  });
  phrases.services.formatter?.add('number', (value: unknown, language) =>
    formatsIn(language ?? '').number(Number(value)),
  );
  phrases.services.formatter?.add('date', (value: unknown, language) =>
    formatsIn(language ?? '').date(found(parseDay(String(value)), `Not a day: ${String(value)}`, {})),
  );
}

function sourceLine(
  content: Content,
  language: string,
  id: string,
  formats: Formats,
  say: ReturnType<typeof sayValue>,
): SourceLine {
  const source = found(content.sources[id], `No document "${id}" in sources.yaml`, { id });
  return { id, title: source.title[language] ?? id, dated: datedOf(source, { formats, say }), url: source.url };
}

function pageLine(content: Content, id: string, formats: Formats, say: ReturnType<typeof sayValue>): SourceLine {
  const page = found(content.pages[id], `No page "${id}" in pages.yaml`, { id });
  const day = page.date === null ? null : parseDay(page.date);
  const dated = page.date === null ? say('read-on', { day: formats.date(page.consulted) }) : page.date;
  return {
    id,
    title: `${page.title} (${page.publisher})`,
    dated: day === null ? dated : formats.date(day),
    url: page.url,
  };
}

function found<T>(value: T | null | undefined, message: string, details: Readonly<Record<string, unknown>>): T {
  if (value === null || value === undefined) throw new AppError('knowledge/unknown-reference', message, details);
  return value;
}

function missing(language: string, key: string): AppError {
  return new AppError('knowledge/unknown-reference', `No phrase "${key}"${language && ` in ${language}`}`, {
    language,
    key,
  });
}

function unfilled(template: string, body: string, why: string): AppError {
  return new AppError('knowledge/unknown-reference', `{{${body}}} cannot be filled: ${why}`, { template, body });
}
