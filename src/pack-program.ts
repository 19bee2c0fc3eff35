import { renameSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown, type Plugin } from 'rolldown';

/** Packs the program of this version into the folder that is named; it stands there whole or not at all. */
const [folder = '', version = ''] = process.argv.slice(2);
const aside = `${folder}.${process.pid}.new`;

/** A file that lies beside its source is looked for there, and what is kept is kept for this version. */
const whereItLies: Plugin = {
  name: 'where-it-lies',
  transform: (code, id) =>
    /\/(src|dialogs)\/.*\.ts$/.test(id) && !id.includes('/node_modules/')
      ? { code: settled(code, id), map: null }
      : null,
};

function settled(code: string, id: string): string {
  const placed = code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href));
  return id.endsWith('/src/program-version.ts')
    ? placed.replace('(version ??= ofTheFiles())', JSON.stringify(version))
    : placed;
}

const top = fileURLToPath(new URL('..', import.meta.url));
const bundle = await rolldown({
  input: fileURLToPath(new URL('run-command.ts', import.meta.url)),
  cwd: top,
  platform: 'node',
  // What only some installations have, and what one command alone works with.
  external: [/^rolldown/, /^@microsoft\/app-manifest/, 'pg-native', 'dtrace-provider'],
  plugins: [whereItLies],
  logLevel: 'silent',
});
await bundle.write({
  dir: aside,
  format: 'esm',
  comments: false,
  entryFileNames: '[name].mjs',
  chunkFileNames: '[name]-[hash].mjs',
});
await bundle.close();
try {
  renameSync(aside, folder);
} finally {
  rmSync(aside, { recursive: true, force: true });
}
