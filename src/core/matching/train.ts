import { sentencesOf } from '../../text/sentences.ts';
import { calibrate, type Calibration } from './calibrate.ts';
import { holdOut, type Course } from './hold-out.ts';
import { trainLanguageModel } from './language-model.ts';
import { learn, lessonWords, type Lesson } from './learn.ts';
import type { Corpus } from './matcher.ts';
import type { MatcherModel } from './model.ts';
import { calibrationTarget, matcherSettings, type MatcherSettings } from './settings.ts';

/** Learns a corpus. Pure and deterministic; a few seconds for thousands of phrasings, so off the event loop when serving. */
export function trainModel(corpus: Corpus, settings: MatcherSettings = matcherSettings): MatcherModel {
  return { ...learnCorpus(corpus, settings), calibration: calibrateCorpus(corpus, settings) };
}

/** All of a model but its thresholds. Needs nothing of the other half: they may be computed side by side. */
export function learnCorpus(
  corpus: Corpus,
  settings: MatcherSettings = matcherSettings,
): Omit<MatcherModel, 'calibration'> {
  const { lessons, languages, intents } = courseOf(corpus, settings);
  const words = lessonWords(lessons);
  return {
    settings,
    languages,
    intents: corpus.intents.map(({ id, kind, phrasings }) => ({ id, kind, phrasings })),
    learned: learn(lessons, languages, intents + 1, settings, words),
    language: trainLanguageModel(lessons, words, languages),
  };
}

/** The thresholds, from models that learned a part of the corpus and are asked the rest. */
export function calibrateCorpus(corpus: Corpus, settings: MatcherSettings = matcherSettings): Calibration {
  return calibrate(holdOut(courseOf(corpus, settings), settings, calibrationTarget), calibrationTarget);
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
      for (const sentence of sentencesIn(text)) teach(intent, sentence, language, settings.bodyWeight, true);
    }
  });
  for (const { language, background = [] } of languages) {
    for (const text of background) teach(intents.length, text, language, settings.backgroundWeight, false);
  }
  return { lessons, languages, intents: intents.length };
}

/** A sign by itself teaches nothing. */
function sentencesIn(text: string): string[] {
  return sentencesOf(text).filter((sentence) => sentence.length > 1);
}
