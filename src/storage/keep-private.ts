import { chmodSync, lstatSync, readdirSync, statSync, type Stats } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** A file or folder that others of the machine could read. `left`: it is open still, and somebody has to see to it. */
export type WasOpen = { readonly path: string; readonly mode: string; readonly left: boolean };

/**
 * Takes from others of the machine what lies in a folder of ours: its files that `isOurs` names get the mode 0600, the folder
 * 0700, whatever made them with a wider one. A folder that other programs use as well is left as it is: one in which something
 * else lies, unless it is a part of the installation itself.
 */
export function keepPrivate(
  folder: string,
  isOurs: (name: string) => boolean,
  installation: string = process.cwd(),
): readonly WasOpen[] {
  const names = namesIn(folder);
  // Windows has no such modes: who may read is inherited there.
  if (names === null || process.getuid === undefined) return [];
  const ours = names.filter(isOurs).map((name) => join(folder, name));
  const alone = names.length === ours.length || liesWithin(folder, installation);
  return [...ours.flatMap((path) => tighten(path, 0o600, isItself(path))), ...tighten(folder, 0o700, alone)];
}

/** Null: there is no such folder, or none that we may read. Whoever opens what should lie in it says so, and what to do. */
function namesIn(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder);
  } catch {
    return null;
  }
}

/** A link may lead to what is not ours: it is said, and left. */
function isItself(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function tighten(path: string, allowed: number, may: boolean): readonly WasOpen[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || !isOpen(found)) return [];
  return [{ path, mode: (found.mode & 0o7777).toString(8), left: !may || !changed(path, allowed) }];
}

function isOpen({ mode }: Stats): boolean {
  return (mode & 0o077) !== 0;
}

/** Not where the file is another user's. */
function changed(path: string, mode: number): boolean {
  try {
    chmodSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

function liesWithin(folder: string, installation: string): boolean {
  const way = relative(resolve(installation), resolve(folder));
  return way !== '' && way.split(/[\\/]/)[0] !== '..' && dirname(resolve(installation)) !== resolve(installation);
}
