import { calibrate } from './calibrate.ts';
import { holdOut, type Course } from './hold-out.ts';
import { trainLanguageModel } from './language.ts';
import { learn, type Lesson } from './learn.ts';
import type { Corpus } from './matcher.ts';
import type { MatcherModel } from './model.ts';
import { calibrationTarget, matcherSettings, type MatcherSettings } from './settings.ts';

/** Learns a corpus. Pure and deterministic; a few seconds for thousands of phrasings, so off the event loop when serving. */
export function trainModel(corpus: Corpus, settings: MatcherSettings = matcherSettings): MatcherModel {
  const course = courseOf(corpus, settings);
  const { lessons, languages, intentOf } = course;
  return {
    settings,
    languages,
    intents: corpus.intents.map(({ id, phrasings }) => ({ id, phrasings })),
    intentOf,
    learned: learn(lessons, languages, intentOf.length, settings),
    language: trainLanguageModel(lessons, languages),
    calibration: calibrate(
      holdOut(course, settings, calibrationTarget.folds, calibrationTarget.enough),
      calibrationTarget,
    ),
  };
}

/** One class for each intent in each language it is phrased in, and one a language for ordinary sentences about anything else. */
function courseOf({ languages, intents }: Corpus, settings: MatcherSettings): Course {
  const classes = new Map<string, number>();
  const intentOf: number[] = [];
  const lessons: Lesson[] = [];
  const teach = (intent: number, text: string, tag: string, weight: number, body: boolean): void => {
    const language = languages.findIndex((data) => data.language === tag);
    if (language < 0) return;
    const key = `${intent} ${language}`;
    let target = classes.get(key);
    if (target === undefined) {
      classes.set(key, (target = intentOf.length));
      intentOf.push(intent);
    }
    lessons.push({ text, class: target, language, weight, body });
  };
  intents.forEach(({ phrasings, bodies }, intent) => {
    for (const { text, language } of phrasings) teach(intent, text, language, 1, false);
    for (const { text, language } of bodies) {
      for (const sentence of sentencesOf(text)) teach(intent, sentence, language, settings.bodyWeight, true);
    }
  });
  for (const { language, background = [] } of languages) {
    for (const text of background) teach(-1, text, language, settings.backgroundWeight, false);
  }
  return { lessons, languages, intentOf: Int32Array.from(intentOf), intents: intents.length };
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?:;])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 1);
}
