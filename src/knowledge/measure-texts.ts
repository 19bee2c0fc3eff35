import type { Day } from '../core/day.ts';
import { sentencesOf } from '../text/sentences.ts';
import { createSpeaker } from '../voice/speaker.ts';
import { formOf, type FormOfAnswer } from './form-of-answer.ts';
import { withoutListMarks, wordCount } from './lint/prose.ts';
import type { Knowledge } from './schema.ts';

type Spread = { readonly median: number; readonly p90: number; readonly mean: number; readonly longest: number };

/** How long the texts about our subject are in a language, as a reader gets them, and how many of them only say "ask". */
export type TextMeasures = {
  readonly language: string;
  readonly answers: number;
  readonly gaps: number;
  readonly words: Spread;
  /** How many words an answer has by what it is, and how many answers are that. */
  readonly byForm: Readonly<Record<FormOfAnswer, Spread & { readonly answers: number }>>;
  readonly sentence: Spread;
};

export function measureTexts(knowledge: Knowledge, on: Day): readonly TextMeasures[] {
  const speaker = createSpeaker(knowledge);
  const topics = [...knowledge.answers.values()].filter(({ kind }) => kind === 'answer' || kind === 'gap');
  return knowledge.languages.map((language) => {
    const told = topics.map(({ form, text }) => {
      const answer = text[language]?.answer ?? '';
      return { form: formOf(form, answer), text: speaker.render(language, answer, on) };
    });
    const texts = told.map(({ text }) => text);
    const of = (form: FormOfAnswer) => {
      const counts = told.filter((one) => one.form === form).map(({ text }) => wordCount(text));
      return { answers: counts.length, ...spread(counts) };
    };
    return {
      language,
      answers: topics.length,
      gaps: topics.filter(({ kind }) => kind === 'gap').length,
      words: spread(texts.map(wordCount)),
      byForm: { fact: of('fact'), steps: of('steps'), list: of('list') },
      sentence: spread(texts.map(withoutListMarks).flatMap(sentencesOf).map(wordCount)),
    };
  });
}

/** The p90 is the value that nine in ten do not pass. */
function spread(counts: readonly number[]): Spread {
  const sorted = counts.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  const mean = sorted.reduce((sum, count) => sum + count, 0) / Math.max(1, sorted.length);
  return { median: at(0.5), p90: at(0.9), mean, longest: at(1) };
}
