import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzipSync } from 'node:zlib';
import { always } from './send-page.ts';

type AssetName = 'webchat.js' | 'chat.js' | 'guichet.css' | 'mark.svg';

export type Assets = {
  /** Where a file stands. Its address holds its hash, so that it may be kept for ever. */
  address(name: AssetName): string;
  /** False when there is no such file. */
  send(req: IncomingMessage, res: ServerResponse, file: string): boolean;
};

type Packed = { readonly type: string; readonly plain: Buffer; readonly gzip: Buffer; brotli: Buffer | null };

/**
 * The browser's files, read and packed once. Brotli takes a moment for Web Chat's megabytes: it is made beside, gzip
 * serves until then.
 */
export function loadAssets(): Assets {
  const packed = new Map<string, Packed>();
  const addresses = new Map<AssetName, string>();
  for (const [name, path] of Object.entries(files()) as [AssetName, URL][]) {
    const plain = readFileSync(path);
    const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 12);
    const file = name.replace('.', `.${hash}.`);
    const asset: Packed = { type: typeOf(name), plain, gzip: gzipSync(plain, { level: 9 }), brotli: null };
    packed.set(file, asset);
    addresses.set(name, `/assets/${file}`);
    void packTighter(asset);
  }
  return {
    address: (name) => addresses.get(name) ?? '',
    send(req, res, file) {
      const asset = packed.get(file);
      if (asset === undefined) return false;
      const { encoding, bytes } = chosen(asset, req.headers['accept-encoding']?.toString() ?? '');
      res.writeHead(200, {
        'content-type': asset.type,
        'content-length': bytes.length,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'Accept-Encoding',
        ...always,
        ...(encoding !== null && { 'content-encoding': encoding }),
      });
      res.end(bytes);
      return true;
    },
  };
}

function files(): Record<AssetName, URL> {
  // The package exports modules only; its ready-made bundle lies beside them.
  const require = createRequire(import.meta.url);
  return {
    'webchat.js': new URL('../dist/webchat.js', pathToFileURL(require.resolve('botframework-webchat'))),
    'chat.js': new URL('browser/chat.js', import.meta.url),
    'guichet.css': new URL('browser/guichet.css', import.meta.url),
    'mark.svg': new URL('browser/mark.svg', import.meta.url),
  };
}

function chosen(asset: Packed, accepted: string): { encoding: string | null; bytes: Buffer } {
  if (asset.brotli !== null && /\bbr\b/.test(accepted)) return { encoding: 'br', bytes: asset.brotli };
  if (/\bgzip\b/.test(accepted)) return { encoding: 'gzip', bytes: asset.gzip };
  return { encoding: null, bytes: asset.plain };
}

async function packTighter(asset: Packed): Promise<void> {
  // Web Chat's bundle: 709 kB in half a second; level 11 would save a tenth and take fifteen times as long.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 };
  asset.brotli = await promisify(brotliCompress)(asset.plain, { params });
}

function typeOf(name: AssetName): string {
  if (name.endsWith('.svg')) return 'image/svg+xml';
  return name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
}
