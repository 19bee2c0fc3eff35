import { fold } from '../../text/fold.ts';
import type { PersonalKind } from './shape.ts';

/**
 * What a colleague gives to a student: a number to call, an address to write to, their own name under it. Each is set aside
 * where it stands, so that no later shape reads a part of it, and put back at the end.
 */
export function ownContacts(name: string) {
  const aside: string[] = [];
  const names = new Set(wordsOf(name));
  return {
    /** Nothing that was written may look like what is set aside. */
    cleared: (text: string) => text.replaceAll(/[\uE000\uE001]/g, ''),
    /** What stands for it meanwhile; null where it is marked as everybody's is. */
    setAside(kind: PersonalKind, written: string): string | null {
      const isOwn = given.has(kind) || (kind === 'name' && isAmong(names, wordsOf(written)));
      return isOwn ? `${opens}${String(aside.push(written) - 1)}${closes}` : null;
    },
    back: (text: string) => text.replaceAll(held, (_held, index: string) => aside[Number(index)] ?? ''),
  };
}

function isAmong(names: ReadonlySet<string>, words: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => names.has(word));
}

function wordsOf(name: string): readonly string[] {
  return fold(name)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

const given: ReadonlySet<PersonalKind> = new Set(['e-mail', 'phone']);
/** Of Unicode's private use: no letter, figure or separator to any shape. */
const opens = '\uE000';
const closes = '\uE001';
const held = new RegExp(`${opens}(\\d+)${closes}`, 'g');
