import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { phrasesFile } from './layout.ts';
import type { PhraseTree } from '../voice/content.ts';
import type { Knowledge } from './schema.ts';
import { parseYaml } from './yaml-file.ts';

const shipped = fileURLToPath(new URL('../../knowledge', import.meta.url));

/**
 * The knowledge of a folder with the program's own sentences where it has none: one of an earlier version lacks those that came
 * since, and goes on being answered from before `knowledge migrate` writes them in. Ways of asking are the folder's alone.
 */
export function withShippedPhrases(knowledge: Knowledge, folder: string): Knowledge {
  if (realpathSync(folder) === realpathSync(shipped)) return knowledge;
  const phrases = Object.entries(knowledge.phrases).map(([language, said]) => [
    language,
    below(shippedIn(language), said),
  ]);
  return { ...knowledge, phrases: Object.fromEntries(phrases) as Knowledge['phrases'] };
}

function shippedIn(language: string): PhraseTree {
  const names = namesIn(`${shipped}/languages/${language}/phrases`);
  return Object.fromEntries(
    names
      .filter((name) => name !== waysOfAsking)
      .map((name) => {
        const path = phrasesFile(language, name);
        return [name, parseYaml({ path, bytes: readFileSync(`${shipped}/${path}`) }).data as PhraseTree];
      }),
  );
}

const waysOfAsking = 'intents';

/** Empty for a language that the program has no sentences of. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -'.yaml'.length)] : []));
  } catch {
    return [];
  }
}

/** What `own` says, and `other` where it says nothing. */
function below(other: PhraseTree, own: PhraseTree): PhraseTree {
  const held = { ...other };
  for (const [key, said] of Object.entries(own)) {
    const beside = other[key];
    held[key] = isTree(said) && isTree(beside) ? below(beside, said) : said;
  }
  return held;
}

function isTree(said: PhraseTree[string] | undefined): said is PhraseTree {
  return typeof said === 'object' && !Array.isArray(said);
}
