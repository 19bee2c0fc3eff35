import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { bundleWebChat } from '../web/bundle-webchat.ts';

/**
 * `npm run -s webchat`: packs Web Chat anew into src/web/browser/webchat/. To be run when one of its packages, its entry
 * or the languages of the knowledge change; a test says when that was forgotten.
 */
const place = new URL('../web/browser/webchat/', import.meta.url);
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

/** Those that the knowledge has words for. */
function languages(): readonly string[] {
  const folder = fileURLToPath(new URL('../../knowledge/vocabulary', import.meta.url));
  return readdirSync(folder).map((file) => file.replace(/\.yaml$/, ''));
}
