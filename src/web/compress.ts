import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Encoded = { readonly encoding: 'br' | 'gzip' | null; readonly bytes: Buffer };

/** A page as small as the browser can read it; a few hundred bytes are sent as they are. Quick rather than smallest: each page is made anew. */
export function compressed(bytes: Buffer, accepted: string): Encoded {
  if (bytes.length < worthIt) return { encoding: null, bytes };
  if (/\bbr\b/.test(accepted)) return { encoding: 'br', bytes: brotliCompressSync(bytes, quickly) };
  if (/\bgzip\b/.test(accepted)) return { encoding: 'gzip', bytes: gzipSync(bytes, { level: 5 }) };
  return { encoding: null, bytes };
}

const worthIt = 1_000;
const quickly = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
};
