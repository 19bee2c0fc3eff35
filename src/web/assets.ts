import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { lazily } from '../core/lazily.ts';
import { always } from './send-page.ts';

type StudentFile = keyof typeof files;

export type Assets<Name extends string = StudentFile> = {
  /** Where a file stands. Its address holds its hash, so that it may be kept for ever. */
  address(name: Name): string;
  /** False when there is no such file. */
  send(req: IncomingMessage, res: ServerResponse, file: string): boolean;
};

type Packed = {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: () => Buffer;
  readonly brotli: () => Buffer;
};

/** The files of the student's pages. */
export function loadAssets(): Assets {
  return packAssets(files, new URL('browser/', import.meta.url));
}

/** Where a file stands under a folder. Several are sent as one, in their order: a page asks once. */
type Place = string | readonly string[];

/** A browser's files, read once, and packed for the first that asks. */
export function packAssets<Name extends string>(files: Readonly<Record<Name, Place>>, folder: URL): Assets<Name> {
  const packed = new Map<string, Packed>();
  const addresses = new Map<Name, string>();
  for (const [name, place] of Object.entries(files) as [Name, Place][]) {
    const paths = [place].flat();
    const asset = pack(Buffer.concat(paths.map((path) => readFileSync(new URL(path, folder)))), paths[0] ?? name);
    const hash = createHash('sha256').update(asset.plain).digest('base64url').slice(0, 12);
    const file = name.replace('.', `.${hash}.`);
    packed.set(file, asset);
    addresses.set(name, `/assets/${file}`);
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

/** The student's sheet under browser/, which is the staff room's as well: what stands later wins. */
export const studentSheet: readonly string[] = Object.freeze(
  ['ground', 'frame', 'home', 'chat', 'panels', 'composer', 'answers', 'widget', 'web-chat', 'screens', 'print'].map(
    (part) => `styles/${part}.css`,
  ),
);

/** Where each stands under browser/. Web Chat is kept packed, as `npm run -s webchat` leaves it. */
const files = Object.freeze({
  'webchat.js': 'webchat/webchat.js.br',
  'webchat-licences.txt': 'webchat/licences.txt',
  'chat.js': [
    'kept',
    'line',
    'feed',
    'queue',
    'composer',
    'notice',
    'unread',
    'private-link',
    'coming-back',
    'start-at-answer',
    'style',
    'answers',
    'answer-icons',
    'spoken-card',
    'print',
    'plain-words',
    'plain-talk',
    'web-chat',
    'tools',
    'room',
  ].map((part) => `chat/${part}.js`),
  'badge.js': ['chat/kept.js', 'chat/line.js', 'badge.js'],
  'mail-me.js': 'mail-me.js',
  'guichet.css': studentSheet,
  'mark.svg': 'mark.svg',
});

function pack(bytes: Buffer, path: string): Packed {
  const kept = path.endsWith('.br');
  const plain = kept ? brotliDecompressSync(bytes) : bytes;
  return {
    type: types[/\.(\w+)(?:\.br)?$/.exec(path)?.[1] ?? ''] ?? 'application/octet-stream',
    plain,
    gzip: lazily(() => gzipSync(plain, { level: 9 })),
    brotli: lazily(() => (kept ? bytes : brotliCompressSync(plain))),
  };
}

const types: Readonly<Record<string, string>> = Object.freeze({
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
});

function chosen(asset: Packed, accepted: string): { encoding: string | null; bytes: Buffer } {
  if (/\bbr\b/.test(accepted)) return { encoding: 'br', bytes: asset.brotli() };
  if (/\bgzip\b/.test(accepted)) return { encoding: 'gzip', bytes: asset.gzip() };
  return { encoding: null, bytes: asset.plain };
}
