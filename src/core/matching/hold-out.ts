import type { Trial } from './calibrate.ts';
import { learn, type Lesson } from './learn.ts';
import type { LanguageData } from './matcher.ts';
import { rank, type ClassIntents } from './rank.ts';
import { createRecognizer } from './recognizer.ts';
import type { MatcherSettings } from './settings.ts';

export type Course = {
  readonly lessons: readonly Lesson[];
  readonly intentOf: ClassIntents;
  readonly intents: number;
  readonly languages: readonly LanguageData[];
};

/**
 * Cross-validation for calibration. In each fold one text in `folds` is held out, and one intent in `folds` is left out
 * whole: its texts stand for questions nobody can answer, the nearest such there are. Stops at `enough` questions in
 * scope: a large corpus needs no second fold.
 */
export function holdOut(course: Course, settings: MatcherSettings, folds: number, enough: number): Trial[] {
  const trials: Trial[] = [];
  const places = placesInClass(course.lessons);
  for (let fold = 0; fold < folds; fold++) {
    const intentAway = (lesson: Lesson): boolean =>
      (course.intentOf[lesson.class] as number) % folds === fold && course.intents >= folds;
    const textAway = (_: Lesson, i: number): boolean => (places[i] as number) % folds === fold;
    const kept = course.lessons.filter((lesson, i) => !intentAway(lesson) && (lesson.body || !textAway(lesson, i)));
    const learned = learn(kept, course.languages, course.intentOf.length, settings);
    const recognizer = createRecognizer(learned, course.languages, settings);
    course.lessons.forEach((lesson, i) => {
      if (
        lesson.body ||
        !(intentAway(lesson) ? (places[i] as number) % folds === (fold + 1) % folds : textAway(lesson, i))
      )
        return;
      const intent = course.intentOf[lesson.class] as number;
      const inScope = intent >= 0 && !intentAway(lesson);
      const ranking = rank(recognizer.fit(recognizer.read(lesson.text).tokens), course.intentOf, course.intents, 5);
      trials.push({
        ranking,
        inScope,
        rightAt: inScope ? ranking.places.findIndex((place) => place.intent === intent) : -1,
      });
    });
    if (trials.filter(({ inScope }) => inScope).length >= enough) break;
  }
  return trials;
}

/** Each lesson's place among the lessons of its class, so that every fold takes from every class. */
function placesInClass(lessons: readonly Lesson[]): number[] {
  const next = new Map<number, number>();
  return lessons.map((lesson) => {
    if (lesson.body) return -1;
    const place = next.get(lesson.class) ?? lesson.class;
    next.set(lesson.class, place + 1);
    return place;
  });
}
