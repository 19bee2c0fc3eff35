import { createHash } from 'node:crypto';

/** What a translation was compared with. Space that no reader sees does not count. */
export function hashOfText(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 16);
}
