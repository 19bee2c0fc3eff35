import type { Trial } from './calibrate.ts';
import { evenPart } from './even-part.ts';
import { learn, type Lesson } from './learn.ts';
import type { LanguageData } from './matcher.ts';
import { rank } from './rank.ts';
import { createRecognizer, type Recognizer } from './recognizer.ts';
import type { MatcherSettings } from './settings.ts';

export type Course = {
  /** The class of a lesson is its intent's number; the background's is `intents`. */
  readonly lessons: readonly Lesson[];
  readonly intents: number;
  readonly languages: readonly LanguageData[];
};

/**
 * Cross-validation for calibration. In each fold one text in `folds` is held out, and one intent in `folds` is left out
 * whole: its texts stand for questions nobody can answer, the nearest such there are. Stops at `enough` questions in
 * scope: a large corpus needs no second fold. What scores mean is learned from `mostLessons` of a larger one.
 */
export function holdOut(whole: Course, settings: MatcherSettings, { folds, enough, mostLessons }: Extent): Trial[] {
  const course = { ...whole, lessons: evenPart(whole.lessons, ({ text }) => text, mostLessons) };
  const trials: Trial[] = [];
  const places = placesInClass(course.lessons);
  for (let fold = 0; fold < folds; fold++) {
    const roles = course.lessons.map((lesson, i) => roleOf(course, lesson, places[i] as number, fold, folds));
    const learned = learn(
      course.lessons.filter((_, i) => roles[i] === 'learn'),
      course.languages,
      course.intents + 1,
      settings,
    );
    const recognizer = createRecognizer(learned, course.languages, settings);
    course.lessons.forEach((lesson, i) => {
      if (roles[i] === 'ask' || roles[i] === 'ask-out') trials.push(tryOut(course, recognizer, lesson, roles[i]));
    });
    if (trials.filter(({ inScope }) => inScope).length >= enough) break;
  }
  return trials;
}

/** How much is learned from and asked: see `calibrationTarget`. */
export type Extent = { readonly folds: number; readonly enough: number; readonly mostLessons: number };

/** Learned from, asked in scope, asked although its intent is left out, or neither. */
type Role = 'learn' | 'ask' | 'ask-out' | 'rest';

function roleOf(
  { intents }: Course,
  { class: target, body }: Lesson,
  place: number,
  fold: number,
  folds: number,
): Role {
  const isBackground = target === intents;
  const isOut = intents >= folds && target % folds === fold && !isBackground;
  if (body) return isOut ? 'rest' : 'learn';
  const isAsked = place % folds === fold;
  if (isOut) return isAsked ? 'ask-out' : 'rest';
  if (!isAsked) return 'learn';
  return isBackground ? 'ask-out' : 'ask';
}

function tryOut({ intents }: Course, recognizer: Recognizer, lesson: Lesson, role: Role): Trial {
  const ranking = rank(recognizer.fit(recognizer.read(lesson.text, lesson.language).tokens), intents, 5);
  const inScope = role === 'ask';
  return {
    ranking,
    inScope,
    rightAt: inScope ? ranking.places.findIndex(({ intent }) => intent === lesson.class) : -1,
  };
}

/** Each lesson's place among the lessons of its class, so that every fold takes from every class. */
function placesInClass(lessons: readonly Lesson[]): number[] {
  const next = new Map<number, number>();
  return lessons.map((lesson) => {
    if (lesson.body) return -1;
    // Starts at the class's number: classes with few texts give them to different folds.
    const place = next.get(lesson.class) ?? lesson.class;
    next.set(lesson.class, place + 1);
    return place;
  });
}
