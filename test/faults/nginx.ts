import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../src/core/errors.ts';
import { freePort } from './postgres.ts';

export type Nginx = { readonly url: string; stop(): Promise<void> };

/**
 * The balancer of docs/deployment.md before these processes: what is tried is the file that is handed out.
 * @throws AppError input/not-supported when it is not installed
 */
export async function ownNginx(upstreams: readonly string[]): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-nginx-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, configured(folder, port, upstreams));
  const program = spawn(process.env['NGINX'] ?? 'nginx', ['-p', folder, '-c', file, '-e', 'stderr'], {
    env: { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  program.stderr.on('data', (text: Buffer) => (said = `${said}${text.toString('utf8')}`.slice(0, mostSaid)));
  const failed = Promise.withResolvers<never>();
  program.once('error', () => {
    failed.reject(
      new AppError('input/not-supported', 'nginx is not installed: apt-get install nginx, or set NGINX to its path.'),
    );
  });
  program.once('exit', () => {
    failed.reject(new AppError('input/not-supported', `nginx ended: ${said}`));
  });
  failed.promise.catch(() => undefined);
  await Promise.race([answering(url), failed.promise]);
  return {
    url,
    async stop() {
      const gone = once(program, 'exit');
      program.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** deploy/nginx.conf with these addresses, in a folder of its own; students are told apart as behind one more proxy. */
function configured(folder: string, port: number, upstreams: readonly string[]): string {
  const site = readFileSync(new URL('../../deploy/nginx.conf', import.meta.url), 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${String(port)};`)
    .replace(/(?:\n *server [\d.]+:\d+ [^\n]*)+/, () =>
      upstreams.map((url) => `\n  server ${new URL(url).host} max_fails=0;`).join(''),
    );
  const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `  ${name}_temp_path ${join(folder, name)};`,
  );
  return `daemon off;
master_process off;
pid ${join(folder, 'pid')};
events { worker_connections 1000; }
http {
  access_log off;
${kept.join('\n')}
  set_real_ip_from 127.0.0.1;
  real_ip_header X-Forwarded-For;
${site}
}
`;
}

/** Whatever is behind it says. */
async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    try {
      await (await fetch(url, { signal: AbortSignal.timeout(5000) })).arrayBuffer();
      return;
    } catch {
      await sleep(50);
    }
  }
  throw new AppError('input/not-supported', 'nginx does not answer.');
}

const mostSaid = 10_000;
