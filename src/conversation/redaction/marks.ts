import { personalKinds } from './shape.ts';

/** The text without what stands for personal data: a mark is no word of the person's, in no language. */
export function withoutMarks(text: string): string {
  return text.includes('[') ? text.replaceAll(marks, ' ') : text;
}

const marks = new RegExp(`\\[(?:${personalKinds.join('|')})(?:: \\d{1,3} years)?\\]`, 'g');
