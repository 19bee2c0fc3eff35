import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { validate } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { settingNames } from '../../src/config.ts';

const text = (file: string): string => readFileSync(`deploy/${file}`, 'utf8');
const linesOf = (file: string): readonly string[] =>
  text(file)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
const paths = (command: string): readonly string[] => command.match(/[\w./-]+\.(?:ts|js)\b/g) ?? [];

describe('the Dockerfile', () => {
  const lines = linesOf('Dockerfile');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

  test('has no mistake that its linter knows', () => {
    expect(validate(text('Dockerfile')).map(({ message }) => message)).toEqual([]);
    expect(validate('FROM debian\nRUM ls\n')).toHaveLength(1);
  });

  test('copies what there is and what is sent to the builder', () => {
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) =>
        line
          .split(' ')
          .slice(1, -1)
          .filter((word) => !word.startsWith('--')),
      );
    const sent = linesOf('Dockerfile.dockerignore').flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
    expect([...new Set(copied)].toSorted()).toEqual(sent.toSorted());
  });

  test('serves as a user of its own, with a health check and the pinned runtime', () => {
    const commands = last.filter((line) => /^(?:HEALTHCHECK|CMD) /.test(line));
    expect(commands).toHaveLength(2);
    for (const command of commands) {
      expect(command).toContain('"node_modules/.bin/node"');
      expect(paths(command).filter((path) => !existsSync(path))).toEqual([]);
    }
    expect(last.findLast((line) => line.startsWith('USER '))).toBe('USER guichet');
  });
});

describe('compose.yaml', () => {
  const Service = z.strictObject({
    build: z.strictObject({ context: z.literal('..'), dockerfile: z.literal('deploy/Dockerfile') }).optional(),
    image: z.string(),
    restart: z.literal('unless-stopped'),
    depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).optional(),
    ports: z.array(z.string().startsWith('127.0.0.1:')).optional(),
    env_file: z.array(z.strictObject({ path: z.string(), required: z.literal(false) })).optional(),
    environment: z.record(z.string(), z.string()),
    volumes: z.array(z.string()),
    read_only: z.boolean().optional(),
    tmpfs: z.array(z.string()).optional(),
    cap_drop: z.array(z.string()).optional(),
    security_opt: z.array(z.string()).optional(),
    healthcheck: z.strictObject({
      test: z.array(z.string()).min(2),
      interval: z.string(),
      timeout: z.string(),
      start_period: z.string(),
    }),
    stop_grace_period: z.string(),
  });
  const Compose = z.strictObject({
    name: z.string(),
    services: z.strictObject({ guichet: Service, database: Service }),
    volumes: z.record(z.string(), z.null()),
  });
  const { services, volumes } = Compose.parse(parse(text('compose.yaml')));

  test('sets settings that there are, and keeps no secret', () => {
    expect(Object.keys(services.guichet.environment).filter((name) => !settingNames.includes(name))).toEqual([]);
    for (const name of ['TOKEN_KEY', 'DELIVERY_KEY', 'PUBLIC_URL'])
      expect(services.guichet.environment[name]).toMatch(/^\$\{\w+:\?/);
    expect(services.database.environment['POSTGRES_PASSWORD']).toMatch(/^\$\{\w+:\?/);
  });

  test('keeps on volumes what has to last', () => {
    const kept = Object.values(services).flatMap((service) => service.volumes.map((volume) => volume.split(':')[0]));
    expect(kept.toSorted()).toEqual(Object.keys(volumes).toSorted());
  });

  test('asks the image how it is as the image does itself', () => {
    const [, ...command] = services.guichet.healthcheck.test;
    expect(text('Dockerfile')).toContain(`CMD ${JSON.stringify(command).replaceAll(',', ', ')}`);
  });
});

describe('the systemd unit', () => {
  const unit = linesOf('guichet.service');
  const valuesOf = (key: string): readonly string[] =>
    unit.filter((line) => line.startsWith(`${key}=`)).map((line) => line.slice(key.length + 1));

  test('starts what there is, with settings that there are', () => {
    const [start = ''] = valuesOf('ExecStart');
    expect(start).toMatch(/^\/opt\/guichet\/node_modules\/\.bin\/node /);
    expect(paths(start.split(' ').slice(1).join(' ')).filter((path) => !existsSync(path))).toEqual([]);
    const set = valuesOf('Environment').map((line) => line.split('=')[0] ?? '');
    expect(set.filter((name) => !settingNames.includes(name))).toEqual([]);
  });

  test.each([
    ['DynamicUser', 'yes'],
    ['StateDirectory', 'guichet'],
    ['ProtectSystem', 'strict'],
    ['ProtectHome', 'yes'],
    ['NoNewPrivileges', 'yes'],
    ['CapabilityBoundingSet', ''],
    ['PrivateTmp', 'yes'],
  ])('%s is %s', (key, value) => {
    expect(valuesOf(key)).toEqual([value]);
  });
});

describe('the health check', () => {
  test.each([
    ['is 0 when messages are taken', 200, 0],
    ['is 1 while the database is away', 503, 1],
  ])('%s', async (_, status, code) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await exitCode(port)).toBe(code);
    expect(asked).toEqual(['/readyz']);
    await new Promise((resolve) => server.close(resolve));
    expect(await exitCode(port), 'nobody listens any more').toBe(1);
  });

  const exitCode = async (port: number): Promise<number> => {
    const env = { PATH: process.env['PATH'], PORT: String(port) };
    const check = promisify(execFile)(process.execPath, ['deploy/ready.js'], { env });
    return check.then(
      () => 0,
      (failed: unknown) => (failed as { code: number }).code,
    );
  };
});
