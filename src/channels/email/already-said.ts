import type { Journal } from '../../ports/journal.ts';
import type { Reply } from '../../conversation/reply.ts';
import { lettersOf } from './mail-words.ts';

/**
 * What a student wrote without the lines that we had written to them: some mail programs put our letter below theirs, or
 * between, and mark it in no way. A line is ours where all its words stand in one of our letters; a short one, which anybody
 * may write, where the lines around it are ours.
 */
export function withoutOurLines(text: string, said: readonly string[]): string {
  const ours = said.map(lettersOf).join('\0');
  const lines = text.split('\n');
  const kinds = lines.map((line) => kindOf(line, ours));
  const isOurs = (at: number): boolean => {
    if (kinds[at] !== 'short') return kinds[at] === 'ours';
    const around = [kinds.slice(0, at).findLast(speaks), kinds.slice(at + 1).find(speaks)];
    return around.every((kind) => kind === 'ours' || kind === undefined) && around.includes('ours');
  };
  return lines
    .filter((_, at) => !isOurs(at))
    .join('\n')
    .trim();
}

/** Everything that the desk said in a conversation lately. */
export async function saidIn(journal: Pick<Journal, 'read'>, conversation: string): Promise<readonly Reply[]> {
  let said: readonly Reply[] = [];
  for (let after = 0; ;) {
    const page = await journal.read(conversation, after, pageSize);
    const end = page.at(-1);
    if (end === undefined) return said;
    const replies = page.flatMap(({ reply }) => (reply === null ? [] : [reply]));
    said = [...said, ...replies].slice(-mostReplies);
    after = end.position;
  }
}

type Kind = 'ours' | 'theirs' | 'short' | 'empty';

function kindOf(line: string, ours: string): Kind {
  const words = lettersOf(line);
  if (words === '') return 'empty';
  if (!ours.includes(words)) return 'theirs';
  return words.length >= telling ? 'ours' : 'short';
}

function speaks(kind: Kind): boolean {
  return kind === 'ours' || kind === 'theirs';
}

/** So many letters in a row are no accident. */
const telling = 24;
const pageSize = 100;
const mostReplies = 40;
