import { existsSync } from 'node:fs';
import { AppError } from '../core/errors.ts';
import type { Command } from './command.ts';

/** Every command by its name: what it does in a line, and where it is. What is not asked for is not loaded. */
export const commands: Readonly<Record<string, { readonly does: string; readonly load: () => Promise<Command> }>> = {
  serve: { does: 'serves students, staff and programs', load: async () => (await import('./serve.ts')).serveCommand },
  ask: {
    does: 'a chat in the terminal; --jsonl for programs',
    load: async () => (await import('./ask.ts')).askCommand,
  },
  eval: { does: 'understanding, measured', load: async () => (await import('./eval.ts')).evalCommand },
  explain: {
    does: 'why a text is understood as it is',
    load: async () => (await import('./explain.ts')).explainCommand,
  },
  knowledge: {
    does: 'checks of the knowledge: lint, coverage, stale, table',
    load: async () => (await import('./knowledge.ts')).knowledgeCommand,
  },
  new: {
    does: 'begins a topic, form, row, rate, language or document',
    load: async () => (await import('./new.ts')).newCommand,
  },
  backup: {
    does: 'writes a backup of the database, while the desk serves',
    load: async () => (await import('./backup.ts')).backupCommand,
  },
  restore: {
    does: 'brings a backup back into an empty database',
    load: async () => (await import('./restore.ts')).restoreCommand,
  },
  move: {
    does: 'brings everything from a SQLite file to PostgreSQL',
    load: async () => (await import('./move.ts')).moveCommand,
  },
  keys: {
    does: 'whether the keys are those of the database',
    load: async () => (await import('./keys.ts')).keysCommand,
  },
  bench: { does: 'speed and scale, side by side with peers', load: () => ofTheTests('bench/main.ts', 'benchCommand') },
  faults: {
    does: 'broken surroundings, with what was lost, twice and unseen',
    load: () => ofTheTests('faults/main.ts', 'faultsCommand'),
  },
  fuzz: { does: 'hostile input, with counts', load: () => ofTheTests('fuzz/main.ts', 'fuzzCommand') },
  'teams-package': {
    does: 'the app for Teams as a zip',
    load: async () => (await import('./teams-package.ts')).teamsPackageCommand,
  },
  webchat: { does: 'packs Web Chat anew', load: async () => (await import('./webchat.ts')).webchatCommand },
};

/** What only a checkout with its tests has does not travel with the server. @throws AppError input/not-supported */
async function ofTheTests(file: string, name: string): Promise<Command> {
  const place = new URL(`../../test/${file}`, import.meta.url);
  if (!existsSync(place)) {
    throw new AppError(
      'input/not-supported',
      `That is measured in a checkout with its tests: test/${file} is not here.`,
    );
  }
  const loaded = (await import(place.href)) as Readonly<Record<string, Command>>;
  const command = loaded[name];
  if (command === undefined) throw new AppError('bug/unreachable', `test/${file} has no ${name}.`);
  return command;
}
