import type { Calibration } from './calibrate.ts';
import type { LanguageModel } from './language-model.ts';
import type { Learned } from './learn.ts';
import type { CorpusIntent, LanguageData } from './matcher.ts';
import type { MatcherSettings } from './settings.ts';

/** A trained matcher as plain data: strings, numbers and typed arrays, fit for a file or another thread. */
export type MatcherModel = {
  readonly settings: MatcherSettings;
  readonly languages: readonly LanguageData[];
  readonly intents: readonly Pick<CorpusIntent, 'id' | 'kind' | 'phrasings'>[];
  readonly learned: Learned;
  readonly language: LanguageModel;
  readonly calibration: Calibration;
};
