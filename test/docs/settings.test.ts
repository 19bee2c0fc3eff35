import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { environmentOver, readConfig, settingNames } from '../../src/config.ts';

const example = readFileSync('.env.example', 'utf8');
const commented = /^# (?=\w+=)/gm;

const isNothing = (value: unknown): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

describe('.env.example', () => {
  test('names every setting once, and nothing else', () => {
    const named = [...example.replace(commented, '').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(settingNames.toSorted());
  });

  test('copied as it is gives the defaults', () => {
    expect(readConfig(parseEnv(example))).toEqual(readConfig({}));
  });

  test('sets what has a default, and comments out what has none', () => {
    const defaults = Object.entries(readConfig({})).filter(([, value]) => !isNothing(value));
    expect(Object.keys(parseEnv(example)).toSorted()).toEqual(defaults.map(([name]) => name).toSorted());
  });

  test('shows values that are accepted', () => {
    expect(() => readConfig(parseEnv(example.replace(commented, '')))).not.toThrow();
  });
});

describe('a file of settings', () => {
  const written = (text: string): string => {
    const file = join(mkdtempSync(join(tmpdir(), 'guichet-settings-')), '.env');
    writeFileSync(file, text);
    return file;
  };
  test.each([
    ['sets what the environment does not', 'PORT=4000\n', {}, 4000],
    ['gives way to the environment', 'PORT=4000\n', { PORT: '5000' }, 5000],
    ['need not be there', null, {}, 3978],
  ])('%s', (_, text, environment, port) => {
    const file = text === null ? 'no/such/.env' : written(text);
    expect(readConfig(environmentOver(file, environment)).PORT).toBe(port);
    if (text !== null) rmSync(join(file, '..'), { recursive: true });
  });

  test('is read where it is named alone', () => {
    expect(environmentOver(undefined, { HOST: 'here' })).toEqual({ HOST: 'here' });
  });
});

test('docs/configuration.md explains every setting, and no other', () => {
  const rows = [...readFileSync('docs/configuration.md', 'utf8').matchAll(/^\|([^|]*`[^|]*)\|/gm)];
  const named = rows.flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  expect(named.toSorted()).toEqual(settingNames.toSorted());
});
