import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Guichet } from './guichet.ts';
import { everywhere, underLoad, withOneOnSqlite, type Fault, type Line } from './stage.ts';

/** The clock, and the knowledge. */
export const faultsOfSurroundings: Fault = {
  name: 'surroundings',
  run: async () => [await clockSetBack(), await knowledgeBroken()],
};

/** Over the end of summer time in Paris, in which an hour comes twice, and back another hour by hand. */
function clockSetBack(): Promise<Line> {
  const settings = {
    NODE_OPTIONS: `--import=${new URL('./shifted-clock.ts', import.meta.url).pathname}`,
    TZ: 'Europe/Paris',
    FAULTS_NOW: new Date(Date.parse('2026-10-25T01:00:00Z') - beforeTheHourMs).toISOString(),
  };
  return withOneOnSqlite(
    ({ process }) =>
      underLoad('clock back an hour, after the end of summer time', everywhere([process]), async () => {
        await sleep(4000);
        process.signal('SIGUSR2');
        await sleep(4000);
        return '';
      }),
    { settings },
  );
}

function knowledgeBroken(): Promise<Line> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-faults-'));
  const knowledge = join(folder, 'knowledge');
  cpSync(new URL('../../knowledge', import.meta.url).pathname, knowledge, { recursive: true });
  return withOneOnSqlite(
    ({ process }) =>
      underLoad('knowledge broken, then away, then back', everywhere([process]), async () => {
        const file = join(knowledge, 'desk.yaml');
        const aside = join(folder, 'aside');
        cpSync(file, join(folder, 'desk.yaml'));
        writeFileSync(file, 'name: [not closed');
        await sleep(4000);
        renameSync(knowledge, aside);
        await sleep(4000);
        renameSync(aside, knowledge);
        cpSync(join(folder, 'desk.yaml'), file);
        await sleep(4000);
        return bugsIn(process);
      }),
    { folder, settings: { KNOWLEDGE_DIR: knowledge } },
  ).finally(() => {
    rmSync(folder, { recursive: true, force: true });
  });
}

function bugsIn({ logged }: Guichet): string {
  const codes = [...logged.keys()].filter((code) => code.startsWith('bug/'));
  return codes.length > 0 ? `FAILED: logged ${codes.join(', ')}` : '';
}

/** A start takes some of it. */
const beforeTheHourMs = 15_000;
