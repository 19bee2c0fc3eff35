import { randomUUID } from 'node:crypto';
import { applyPatch, createTwoFilesPatch, FILE_HEADERS_ONLY, structuredPatch } from 'diff';
import { AppError } from '../core/errors.ts';
import type { FormEntry } from '../knowledge/forms.ts';
import { readAside } from '../knowledge/read-aside.ts';
import type { Problem } from '../knowledge/problem.ts';
import type { Change, Colleague, KnowledgeChanges } from '../ports/knowledge-changes.ts';
import { isKnowledgeFile, readKnowledgeFile, writeKnowledgeFile } from './knowledge-file.ts';

export type Curation = {
  /** A file as it stands now; null when there is none. */
  readonly read: (file: string) => string | null;
  /** Keeps a change as a proposal: nothing is different until a person publishes it. */
  propose(wish: Wish): Promise<{ readonly kind: 'proposed'; readonly id: string } | { readonly kind: 'unchanged' }>;
  /** A person's yes. What is published answers as soon as it is learned. */
  publish(id: string, by: Colleague): Promise<Published>;
  drop(id: string, by: Colleague): Promise<'dropped' | 'not-open'>;
  /** Proposes a file's text as it was before or after a change, to have that version back. */
  bringBack(
    id: string,
    side: 'before' | 'after',
    by: Colleague,
    reason: string,
  ): Promise<Awaited<ReturnType<Curation['propose']>> | { readonly kind: 'unknown' }>;
  /** What another process published, put into this one's folder too, where that is another folder. */
  takeOver(id: string): Promise<void>;
  /** A proposal made anew on top of what stands now; null when both changed the same lines. */
  rebase(id: string, by: Colleague): Promise<string | null>;
};

export type Wish = {
  readonly file: string;
  readonly after: string | null;
  /** The text that the author was shown; without it, what stands now. */
  readonly before?: string | null;
  readonly author: Colleague;
  readonly reason: string;
};

export type Published =
  | { readonly kind: 'published'; readonly change: Change }
  /** Somebody else published the file meanwhile: theirs stands, and the proposal is kept. */
  | { readonly kind: 'changed-meanwhile'; readonly theirs: Change | null; readonly now: string | null }
  /** The files would not be read any more. */
  | { readonly kind: 'broken'; readonly problems: readonly Problem[] }
  /** A second person has to. */
  | { readonly kind: 'own' }
  | { readonly kind: 'not-open' };

type Parts = {
  readonly folder: string;
  /** Those that the program has: files may name no other. */
  readonly forms: readonly FormEntry[];
  readonly changes: KnowledgeChanges;
  /** Whether the author's own yes is not enough. */
  readonly secondApproval: boolean;
  /** Called after each publication: here and in the other processes the folder is read anew. */
  readonly published: (change: Change) => void;
  readonly clock: () => Date;
};

/** Changes to the knowledge, from a wish to what answers: files in the folder, their history in the database. */
export function createCuration(parts: Parts): Curation {
  const { folder, changes, clock } = parts;
  const read = (file: string) => readKnowledgeFile(folder, file);
  const propose: Curation['propose'] = async ({ file, after, before, author, reason }) => {
    if (!isKnowledgeFile(file)) throw new AppError('input/invalid', 'No such file of the knowledge.', { path: 'file' });
    const shown = before === undefined ? read(file) : before;
    const wanted = after === null ? null : ending(after);
    if (shown === wanted) return { kind: 'unchanged' };
    const id = randomUUID();
    await changes.propose({ id, file, before: shown, after: wanted, author, reason, at: clock().toISOString() });
    return { kind: 'proposed', id };
  };
  return {
    read,
    propose,
    publish: (id, by) => publish(parts, id, by),
    drop: (id, by) => changes.drop(id, { by, at: clock().toISOString() }),
    async bringBack(id, side, by, reason) {
      const change = await changes.read(id);
      if (change === null) return { kind: 'unknown' };
      return propose({ file: change.file, after: change[side], author: by, reason });
    },
    async takeOver(id) {
      const change = await changes.read(id);
      if (change?.state === 'published' && read(change.file) === change.before)
        writeKnowledgeFile(folder, change.file, change.after);
    },
    async rebase(id, by) {
      const change = await changes.read(id);
      if (change?.state !== 'proposed') return null;
      const merged = onTopOf(read(change.file), change);
      if (merged === null) return null;
      const { file, author, reason } = change;
      const proposed = await propose({ file, after: merged, author, reason });
      await changes.drop(id, { by, at: clock().toISOString() });
      return proposed.kind === 'proposed' ? proposed.id : null;
    },
  };
}

async function publish(
  { folder, forms, changes, secondApproval, published, clock }: Parts,
  id: string,
  by: Colleague,
): Promise<Published> {
  const change = await changes.read(id);
  if (change?.state !== 'proposed') return { kind: 'not-open' };
  if (secondApproval && change.author.id === by.id) return { kind: 'own' };
  const { file, before, after } = change;
  const problems = await problemsWith(file, after, { folder, forms });
  if (problems.length > 0) return { kind: 'broken', problems };
  const stands = () => readKnowledgeFile(folder, file);
  const end = await changes.publish(id, { by, at: clock().toISOString() }, () => {
    const now = stands();
    // After a crash between file and database the file stands there already.
    if (now !== before && now !== after) return false;
    writeKnowledgeFile(folder, file, after);
    return true;
  });
  if (end === 'not-open') return { kind: 'not-open' };
  if (end === 'not-written') {
    const [theirs = null] = await changes.list({ state: 'published', file }, 1);
    return { kind: 'changed-meanwhile', theirs, now: stands() };
  }
  const done = { ...change, state: 'published' as const, decided: { by, at: clock().toISOString() }, number: end };
  published(done);
  return { kind: 'published', change: done };
}

/** What would keep the program from starting; finer findings are shown, and a person decides. */
async function problemsWith(
  file: string,
  after: string | null,
  { folder, forms }: Pick<Parts, 'folder' | 'forms'>,
): Promise<readonly Problem[]> {
  try {
    await readAside(folder, forms, new Map([[file, after]]));
    return [];
  } catch (problem) {
    if (problem instanceof AppError && problem.code.startsWith('knowledge/'))
      return problem.details['problems'] as readonly Problem[];
    throw problem;
  }
}

/** The change's own lines put into the file as it stands now; null when its surroundings are gone. */
function onTopOf(now: string | null, { file, before, after }: Change): string | null {
  if (now === null || before === null || after === null) return null;
  const merged = applyPatch(now, structuredPatch(file, file, before, after));
  return merged === false ? null : merged;
}

/** What was published since, as one patch that `git apply` takes in the project's folder: a file's first text to its last. */
export function patchOf(published: readonly Change[]): string {
  const oldestFirst = published.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
  return [...Map.groupBy(oldestFirst, ({ file }) => file)]
    .map(([file, changes]) => filePatch(file, changes[0]?.before ?? null, changes.at(-1)?.after ?? null))
    .join('');
}

/** One file's change as a patch; empty when nothing changed. */
export function filePatch(file: string, before: string | null, after: string | null): string {
  if (before === after) return '';
  const [from, to] = [
    before === null ? '/dev/null' : `a/knowledge/${file}`,
    after === null ? '/dev/null' : `b/knowledge/${file}`,
  ];
  return createTwoFilesPatch(from, to, before ?? '', after ?? '', undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/** A browser's text area sends other line ends, and no last one. */
function ending(text: string): string {
  return `${text.replace(/\r\n?/g, '\n').trimEnd()}\n`;
}
