import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Command } from './command.ts';

/** Packs Web Chat anew into src/web/browser/webchat/: a test says when that was forgotten. */
export const webchatCommand: Command = {
  usage: '  to be run when one of its packages, its entry or the languages of the knowledge change',
  run: packWebChat,
};

async function packWebChat(): Promise<void> {
  const { bundleWebChat } = await import('../web/bundle-webchat.ts');
  const { script, licences } = await bundleWebChat(languages());
  const bytes = Buffer.from(script);
  const packed = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  writeFileSync(new URL('webchat.js.br', place), packed);
  writeFileSync(new URL('licences.txt', place), licences);
  process.stdout.write(
    `webchat.js: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} as gzip, ${packed.length} as brotli\n`,
  );
}

const place = new URL('../web/browser/webchat/', import.meta.url);

/** Those that the knowledge has words for. */
function languages(): readonly string[] {
  const folder = fileURLToPath(new URL('../../knowledge/languages', import.meta.url));
  return readdirSync(folder).filter((language) => existsSync(`${folder}/${language}/vocabulary.yaml`));
}
