import { randomUUID } from 'node:crypto';
import { applyPatch, createTwoFilesPatch, FILE_HEADERS_ONLY, structuredPatch } from 'diff';
import { AppError } from '../core/errors.ts';
import type { FormEntry } from '../knowledge/forms.ts';
import { readAside } from '../knowledge/read-aside.ts';
import type { Problem } from '../knowledge/problem.ts';
import type { Change, ChangedFile, Colleague, KnowledgeChanges } from '../ports/knowledge-changes.ts';
import { isKnowledgeFile, readKnowledgeFile, writeKnowledgeFile } from './knowledge-file.ts';

export type Curation = {
  /** A file as it stands now; null when there is none. */
  readonly read: (file: string) => string | null;
  /** Keeps a change as a proposal: nothing is different until a person publishes it. */
  propose(wish: Wish): Promise<{ readonly kind: 'proposed'; readonly id: string } | { readonly kind: 'unchanged' }>;
  /**
   * Puts files into a proposal, over those of them that it has: what the author was shown is the proposal's own text of them. What
   * would change nothing leaves it. Null where it is no open one, or nothing of it would be left.
   */
  amend(id: string, wish: Wish): Promise<string | null>;
  /** A person's yes to what they saw, as it was proposed at `seen`. What is published answers as soon as it is learned. */
  publish(id: string, by: Colleague, seen?: string): Promise<Published>;
  drop(id: string, by: Colleague): Promise<'dropped' | 'not-open'>;
  /** Proposes the files' texts as they were before or after a change, to have that version back. */
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
  readonly files: readonly {
    readonly file: string;
    readonly after: string | null;
    /** The text that the author was shown; without it, what stands now. */
    readonly before?: string | null;
  }[];
  readonly author: Colleague;
  readonly reason: string;
};

export type Published =
  | { readonly kind: 'published'; readonly change: Change }
  /** Somebody else published one of the files meanwhile: theirs stands, and the proposal is kept. */
  | { readonly kind: 'changed-meanwhile'; readonly theirs: Change | null }
  /** The files would not be read any more. */
  | { readonly kind: 'broken'; readonly problems: readonly Problem[] }
  /** It was changed since that person looked. */
  | { readonly kind: 'amended' }
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
  const wanted = (files: Wish['files']): readonly ChangedFile[] =>
    files.map(({ file, before, after }) => {
      if (!isKnowledgeFile(file))
        throw new AppError('input/invalid', 'No such file of the knowledge.', { path: 'file' });
      return { file, before: before === undefined ? read(file) : before, after: after === null ? null : ending(after) };
    });
  const propose: Curation['propose'] = async ({ files, author, reason }) => {
    const differing = wanted(files).filter(differs);
    if (differing.length === 0) return { kind: 'unchanged' };
    const id = randomUUID();
    await changes.propose({ id, files: differing, author, reason, at: clock().toISOString() });
    return { kind: 'proposed', id };
  };
  return {
    read,
    propose,
    async amend(id, { files, author, reason }) {
      const change = await changes.read(id);
      if (change?.state !== 'proposed') return null;
      const held = new Map(change.files.map((one) => [one.file, one]));
      for (const one of wanted(files)) held.set(one.file, { ...one, before: (held.get(one.file) ?? one).before });
      const differing = [...held.values()].filter(differs);
      if (differing.length === 0) return null;
      const at = clock().toISOString();
      return (await changes.amend({ id, files: differing, author, reason, at })) === 'amended' ? id : null;
    },
    publish: (id, by, seen) => publish(parts, id, { by, seen }),
    drop: (id, by) => changes.drop(id, { by, at: clock().toISOString() }),
    async bringBack(id, side, by, reason) {
      const change = await changes.read(id);
      if (change === null) return { kind: 'unknown' };
      return propose({ files: change.files.map((one) => ({ file: one.file, after: one[side] })), author: by, reason });
    },
    async takeOver(id) {
      const change = await changes.read(id);
      if (change?.state !== 'published') return;
      for (const { file, before, after } of change.files)
        if (read(file) === before) writeKnowledgeFile(folder, file, after);
    },
    async rebase(id, by) {
      const change = await changes.read(id);
      if (change?.state !== 'proposed') return null;
      const merged = change.files.map((one) => ({ file: one.file, after: onTopOf(read(one.file), one) }));
      if (merged.some(({ after }) => after === undefined)) return null;
      const files = merged.map(({ file, after = null }) => ({ file, after }));
      const proposed = await propose({ files, author: change.author, reason: change.reason });
      await changes.drop(id, { by, at: clock().toISOString() });
      return proposed.kind === 'proposed' ? proposed.id : null;
    },
  };
}

function differs({ before, after }: ChangedFile): boolean {
  return before !== after;
}

async function publish(
  { folder, forms, changes, secondApproval, published, clock }: Parts,
  id: string,
  { by, seen }: { readonly by: Colleague; readonly seen: string | undefined },
): Promise<Published> {
  const change = await changes.read(id);
  if (change?.state !== 'proposed') return { kind: 'not-open' };
  if (seen !== undefined && change.at !== seen) return { kind: 'amended' };
  if (secondApproval && change.author.id === by.id) return { kind: 'own' };
  // After a crash between files and database some stand there already.
  const stale = () =>
    change.files.find(
      ({ file, before, after }) => isKnowledgeFile(file) && ![before, after].includes(readKnowledgeFile(folder, file)),
    );
  const changedMeanwhile = async (): Promise<Published> => {
    const [theirs = null] = await changes.list({ state: 'published', file: stale()?.file }, 1);
    return { kind: 'changed-meanwhile', theirs };
  };
  // Asked first: what was written on another text is put on top of the one of now before it is judged.
  if (stale() !== undefined) return changedMeanwhile();
  const problems = await problemsWith(change.files, { folder, forms });
  if (problems.length > 0) return { kind: 'broken', problems };
  const end = await changes.publish(change, { by, at: clock().toISOString() }, () => {
    if (stale() !== undefined) return false;
    for (const { file, after } of change.files) writeKnowledgeFile(folder, file, after);
    return true;
  });
  if (end === 'not-open') return { kind: 'not-open' };
  if (end === 'not-written') return changedMeanwhile();
  const done = { ...change, state: 'published' as const, decided: { by, at: clock().toISOString() }, number: end };
  published(done);
  return { kind: 'published', change: done };
}

/** What would keep the program from starting; finer findings are shown, and a person decides. */
async function problemsWith(
  files: readonly ChangedFile[],
  { folder, forms }: Pick<Parts, 'folder' | 'forms'>,
): Promise<readonly Problem[]> {
  try {
    await readAside(folder, forms, new Map(files.map(({ file, after }) => [file, after])));
    return [];
  } catch (problem) {
    if (problem instanceof AppError && problem.code.startsWith('knowledge/'))
      return problem.details['problems'] as readonly Problem[];
    throw problem;
  }
}

/** The change's own lines put into the file as it stands now; undefined when their surroundings are gone. */
function onTopOf(now: string | null, { file, before, after }: ChangedFile): string | null | undefined {
  if (now === before || now === after) return after;
  if (now === null || before === null || after === null) return undefined;
  const merged = applyPatch(now, structuredPatch(file, file, before, after));
  return merged === false ? undefined : merged;
}

/** What was published since, as one patch that `git apply` takes in the project's folder: a file's first text to its last. */
export function patchOf(published: readonly Change[]): string {
  const oldestFirst = published.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0)).flatMap(({ files }) => files);
  return [...Map.groupBy(oldestFirst, ({ file }) => file)]
    .map(([file, changes]) => filePatch(file, changes[0]?.before ?? null, changes.at(-1)?.after ?? null))
    .join('');
}

/** One file's change as a patch; empty when nothing changed. */
function filePatch(file: string, before: string | null, after: string | null): string {
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
