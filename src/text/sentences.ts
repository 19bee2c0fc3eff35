/** The sentences of a written text, in order: a stop, a colon or a new line ends one. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?:;؟؛])\s+|(?<=[。！？：；])(?![”）。！？；])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
