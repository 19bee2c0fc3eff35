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
  const { lessons, languages, intents } = course;
  return {
    settings,
    languages,
    intents: corpus.intents.map(({ id, kind, phrasings }) => ({ id, kind, phrasings })),
    learned: learn(lessons, languages, intents + 1, settings),
    language: trainLanguageModel(lessons, languages),
    calibration: calibrate(
      holdOut(course, settings, calibrationTarget.folds, calibrationTarget.enough),
      calibrationTarget,
    ),
  };
}

/**
 * One class for each intent, whatever the language: names and borrowed words that two languages share then speak for it
 * once. One more, the last, for ordinary sentences about anything else.
 */
function courseOf({ languages, intents }: Corpus, settings: MatcherSettings): Course {
  const lessons: Lesson[] = [];
  const teach = (target: number, text: string, tag: string, weight: number, body: boolean): void => {
    const language = languages.findIndex((data) => data.language === tag);
    if (language >= 0) lessons.push({ text, class: target, language, weight, body });
  };
  intents.forEach(({ phrasings, titles = [], bodies }, intent) => {
    for (const { text, language } of phrasings) teach(intent, text, language, 1, false);
    for (const { text, language } of titles) teach(intent, text, language, settings.titleWeight, true);
    for (const { text, language } of bodies) {
      for (const sentence of sentencesOf(text)) teach(intent, sentence, language, settings.bodyWeight, true);
    }
  });
  for (const { language, background = [] } of languages) {
    for (const text of background) teach(intents.length, text, language, settings.backgroundWeight, false);
  }
  return { lessons, languages, intents: intents.length };
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?:;])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 1);
}
