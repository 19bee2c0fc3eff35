import type { DraftSection } from '../../ports/drafts.ts';

/**
 * Several answers in one letter that is read to its end: where they are too long together, each keeps what it says first, and
 * an answer says what holds today first. A decision about somebody's own case, and what a person has to write, stay whole.
 * @param about how many questions they answer, and how many lines of the letter stand around them
 */
export function fitted(
  answers: readonly Fitting[],
  { questions, around }: { readonly questions: number; readonly around: number },
): readonly DraftSection[] {
  const most = Math.max(linesOfLetter, linesEach * questions) - around;
  let rest = most - answers.reduce((sum, { section, whole }) => sum + (whole ? linesOf(section) : 0), 0);
  let left = answers.filter(({ whole }) => !whole).length;
  return answers.map(({ section, whole }) => {
    if (whole) return section;
    // What one does not need is the others'.
    const shortened = within(section, Math.floor(rest / left));
    rest -= linesOf(shortened);
    left -= 1;
    return shortened;
  });
}

export type Fitting = { readonly section: DraftSection; readonly whole: boolean };

/** As it is written: underlined heading, wrapped text, an empty line below. */
export function linesOf({ heading, text }: Pick<DraftSection, 'heading' | 'text'>): number {
  const written = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(shownLength(line) / width)), 0);
  return written + (heading === null ? 1 : 4);
}

function within(section: DraftSection, most: number): DraftSection {
  const blocks = section.text.split(/\n{2,}/);
  const kept = [blocks[0] ?? ''];
  for (const [at, block] of blocks.entries()) {
    if (at === 0) continue;
    const longer = [...kept, block].join('\n\n');
    // A list belongs to the sentence that announces it.
    const announced = kept.at(-1)?.trimEnd().endsWith(':') === true;
    if (!announced && linesOf({ ...section, text: longer }) > most) break;
    kept.push(block);
  }
  return { ...section, text: kept.join('\n\n') };
}

/** An address behind a word is written in full, behind a source it is left to the HTML. */
function shownLength(line: string): number {
  const shown = line.startsWith('- *') ? line.replaceAll(/\]\([^)]*\)/g, ']') : line;
  return shown.replaceAll(/[*_]/g, '').length;
}

const width = 76;
const linesOfLetter = 60;
const linesEach = 15;
