export { createHearing } from './hearing.ts';
export type { CaseSpoken, Cue, Heard, HeardText, Hearing, Question, Unclear } from './heard.ts';
export type { Item, Sold } from './readers/quote.ts';
