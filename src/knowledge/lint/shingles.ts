import { createHash } from 'node:crypto';
import { foldedWords } from './prose.ts';

/** Words in a run that nobody writes twice by chance. */
const runLength = 8;

/** Every run of eight words with its hash; texts that share a hash share the run. */
export function runsOf(text: string): readonly { readonly words: string; readonly hash: string }[] {
  const words = foldedWords(text);
  return words.slice(runLength - 1).map((_, at) => {
    const run = words.slice(at, at + runLength).join(' ');
    return { words: run, hash: hashOf(run) };
  });
}

/** The hashes of documents' runs, sorted, each once: enough to find a copied run, too little to read a document. */
export function shinglesOf(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => runsOf(text).map(({ hash }) => hash)))].sort();
}

function hashOf(run: string): string {
  return createHash('sha256').update(run).digest('hex').slice(0, 12);
}
