import { createRequire, findPackageJSON } from 'node:module';
import { join } from 'node:path';

type Detected = { readonly language: string; getScores(): Readonly<Record<string, number>> };
type Library = { readonly eld: { detect(text: string): Detected } };
let library: Library | null = null;

/** Which of sixty languages a text is in. The library's table of them is read when the first text is strange to us. */
export function detectLanguage(text: string): Detected {
  return (library ??= load()).eld.detect(text);
}

/** Its `eld/small`, by its path: the package names it to `import` alone, which cannot be waited for here. */
function load(): Library {
  const manifest = findPackageJSON('eld', import.meta.url) ?? '';
  return createRequire(manifest)(join(manifest, '../src/entries/static.small.js')) as Library;
}
