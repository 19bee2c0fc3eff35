import { editsBetween } from './edit-distance.ts';

/** The name that was most likely meant: one that begins with what was written or has it as a word, else one a slip away. */
export function nearestName(written: string, names: Iterable<string>): string | null {
  const sorted = [...names].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const words = written.split('-').filter((word) => word !== '');
  const longer = sorted.find((name) => words.length > 0 && words.every((word) => name.split('-').includes(word)));
  if (longer !== undefined) return longer;
  const most = Math.max(1, Math.floor(written.length / 3));
  const slips = sorted.map((name) => ({ name, edits: editsBetween(written, name, most) }));
  const [best] = slips.filter(({ edits }) => edits <= most).sort((a, b) => a.edits - b.edits);
  return best?.name ?? sorted.find((name) => written !== '' && name.startsWith(written)) ?? null;
}
