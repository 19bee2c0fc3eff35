/** A question mark of any script: Latin and Cyrillic, Chinese and Japanese, Arabic. */
export const questionMark = /[?？؟]/u;

export function holdsQuestionMark(text: string): boolean {
  return questionMark.test(text);
}

export function endsInQuestionMark(text: string): boolean {
  return atTheEnd.test(text);
}

/** The same with whatever is no letter and no figure behind it: "why?!", "(how much?)". */
export function closesAsQuestion(text: string): boolean {
  return beforeMarks.test(text);
}

const atTheEnd = new RegExp(String.raw`${questionMark.source}\s*$`, 'u');
const beforeMarks = new RegExp(String.raw`${questionMark.source}[^\p{L}\p{N}]*$`, 'u');
