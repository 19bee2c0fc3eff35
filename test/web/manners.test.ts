import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import type { Server } from 'restify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer } from '../../src/http/create-server.ts';
import type { Knowledge } from '../../src/knowledge/schema.ts';
import { sitemap } from '../../src/web/crawlers.ts';
import { registerWeb, webDefaults, type WebConfig } from '../../src/web/register.ts';
import type { Site } from '../../src/web/site.ts';
import { knowledge, speaker } from '../own-desk.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const servers: Server[] = [];

async function open(config: Partial<WebConfig>): Promise<number> {
  const server = createServer(quiet);
  servers.push(server);
  registerWeb(server, {
    desk: { receive: () => Promise.reject(new Error('nobody asks')) },
    current: () => ({ knowledge, speaker }),
    numbers: { questions: () => Promise.resolve([]) },
    mails: false,
    clock: () => new Date('2026-11-22T10:00:00Z'),
    config: { ...webDefaults, ...config },
    log: quiet,
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server.address().port;
}

type Got = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
};

/** As a program asks, which decides itself about HEAD, compression and its Host. */
function ask(port: number, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    request({ port, path, method, host: '127.0.0.1', headers }, (res) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () => {
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(parts) });
      });
    })
      .on('error', reject)
      .end();
  });
}

let port = 0;
beforeAll(async () => {
  port = await open({ publicUrl: 'https://guichet.example' });
});
afterAll(() => {
  for (const server of servers) {
    server.server.closeAllConnections();
    server.close();
  }
});

const page = async (path: string, headers: Record<string, string> = {}): Promise<string> =>
  (await ask(port, path, headers)).body.toString();

test.each(['/', '/fr/answers/gp-refund', '/robots.txt', '/nowhere'])(
  'HEAD %s says what GET would, without a body',
  async (path) => {
    const [head, got] = [await ask(port, path, {}, 'HEAD'), await ask(port, path)];
    expect(head.status).toBe(got.status);
    expect(head.body).toHaveLength(0);
    expect(head.headers['content-length']).toBe(got.headers['content-length']);
    expect(head.headers['content-type']).toBe(got.headers['content-type']);
  },
);

describe('addresses', () => {
  test.each(knowledge.languages)('/%s is the front page in that language', async (language) => {
    const got = await ask(port, `/${language}`, { 'accept-language': 'en' });
    expect(got.status).toBe(200);
    expect(got.body.toString()).toContain(`<html lang="${language}"`);
  });

  test.each(['/zz', '/nowhere/at/all', '/ask'])(
    'what is not there is said in the visitor’s language: %s',
    async (path) => {
      const got = await ask(port, path, { accept: 'text/html', 'accept-language': 'fr' });
      expect(got.status).toBe(404);
      expect(got.body.toString()).toContain('<html lang="fr"');
    },
  );

  test('a program is told in JSON', async () => {
    const got = await ask(port, '/nowhere/at/all');
    expect(got.status).toBe(404);
    expect(JSON.parse(got.body.toString())).toEqual({ error: { code: 'input/not-supported' } });
  });
});

describe('for those who index the web', () => {
  test('robots.txt keeps the staff room out and names the map', async () => {
    const text = await page('/robots.txt');
    expect(text).toContain('\nDisallow: /staff\n');
    expect(text).toContain('\nSitemap: https://guichet.example/sitemap.xml\n');
  });

  test('the map has each answer in each language with the day it was looked at, and nothing else', async () => {
    const map = await page('/sitemap.xml');
    const paged = [...knowledge.answers.values()].filter(({ kind }) => kind === 'answer' || kind === 'gap');
    expect(map.match(/<url>/g)).toHaveLength((paged.length + 2) * knowledge.languages.length);
    const reviewed = knowledge.answers.get('gp-refund')?.reviewed ?? '';
    expect(map).toContain(
      `<url><loc>https://guichet.example/fr/answers/gp-refund</loc><lastmod>${reviewed}</lastmod></url>`,
    );
    expect(map).not.toContain('staff');
  });

  test('the map is made once for a state of the knowledge, and anew for the next and for another address', () => {
    let read = 0;
    const counting = () => ({
      ...knowledge,
      get answers() {
        read += 1;
        return knowledge.answers;
      },
    });
    const site = (version: Knowledge, origin: string) => ({ knowledge: version, speaker, origin }) as unknown as Site;
    const [before, after] = [counting(), counting()];
    const made = (version: Knowledge, origin = 'https://guichet.example') => {
      sitemap(site(version, origin));
      return read;
    };
    expect([made(before), made(before), made(after), made(after), made(after, 'https://other.example')]).toEqual([
      1, 1, 2, 2, 3,
    ]);
  });

  test('without an address of ours there is no map, and no page names it', async () => {
    const unnamed = await open({});
    const headers = { host: 'elsewhere.example' };
    expect((await ask(unnamed, '/sitemap.xml', headers)).status).toBe(404);
    expect((await ask(unnamed, '/robots.txt', headers)).body.toString()).not.toContain('Sitemap');
  });

  test('an answer describes itself by its first sentence, as Open Graph and as a question with its answer', async () => {
    const text = await page('/fr/answers/gp-refund');
    const described = /<meta name="description" content="([^"]+)"/.exec(text)?.[1] ?? '';
    expect(described.length).toBeGreaterThan(20);
    expect(described.length).toBeLessThanOrEqual(162);
    expect(described).not.toMatch(/[*[\]]/);
    expect(text).toContain(`<meta property="og:description" content="${described}"`);
    expect(text).toContain('<meta property="og:locale" content="fr_FR"');
    const data = JSON.parse(/<script type="application\/ld\+json"[^>]*>([^<]+)<\/script>/.exec(text)?.[1] ?? '') as {
      mainEntity: { name: string; acceptedAnswer: { text: string } };
    };
    expect(data.mainEntity.name).toBe(knowledge.answers.get('gp-refund')?.title['fr']);
    expect(data.mainEntity.acceptedAnswer.text).not.toMatch(/\{\{|\[S\d|\*\*/);
  });

  test('who speaks none of our languages is sent to a page of all', async () => {
    expect(await page('/')).toContain('<link rel="alternate" hreflang="x-default" href="https://guichet.example/"');
    expect(await page('/fr/answers/gp-refund')).toContain(
      'hreflang="x-default" href="https://guichet.example/en/answers/gp-refund"',
    );
  });
});

describe('pages are sent as small as they can be read', () => {
  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('%s', async (encoding, unpack) => {
    const got = await ask(port, '/en/answers', { 'accept-encoding': encoding });
    expect(got.headers['content-encoding']).toBe(encoding);
    expect(got.headers['vary']).toContain('Accept-Encoding');
    expect(got.body.length).toBeLessThan(unpack(got.body).length / 3);
    expect(unpack(got.body).toString()).toContain('</html>');
  });

  test('a browser that takes none gets none', async () => {
    expect((await ask(port, '/en/answers')).headers['content-encoding']).toBeUndefined();
  });
});
