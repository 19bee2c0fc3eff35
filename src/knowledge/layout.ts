import type { SourceFile } from './files.ts';
import type { Problem } from './problem.ts';

/** Where the files of a language lie, for whoever names one that he has not read. */

export function topicFile(topic: string): string {
  return `topics/${topic}.yaml`;
}

export function answerFile(language: string, topic: string): string {
  return `languages/${language}/answers/${topic}.yaml`;
}

export function phrasesFile(language: string, namespace: string): string {
  return `languages/${language}/phrases/${namespace}.yaml`;
}

/** `reading`, `privacy` …: what a language has one of. */
export function languageFile(language: string, name: string): string {
  return `languages/${language}/${name}.yaml`;
}

/** The same for every language: which files say one thing in several. */
export function withoutLanguage(path: string): string {
  return path.replace(/^languages\/[a-z]{2}\//, 'languages/');
}

/** One thing to do, however many files lie as they did up to version 0.1. */
export function oldLayout(files: readonly SourceFile[]): Problem | null {
  const old = files.find(({ path }) =>
    /^(answers|phrases|vocabulary|reading|privacy|dictionaries|ordinary)\//.test(path),
  );
  if (old === undefined) return null;
  const message =
    'this folder is in the layout of an earlier version: stop the server, then run `guichet knowledge migrate DIR` ' +
    '(`npm run -s knowledge -- migrate DIR`) with it as DIR; `--dry-run` says first what that would do';
  return { code: 'knowledge/old-layout', file: old.path, line: null, field: '', message };
}
