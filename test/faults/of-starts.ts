import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { guichet } from './guichet.ts';
import { everyday, type Fault, type Line } from './stage.ts';

/** Starts that cannot serve: each is refused, and says what is wrong in words of its own. */
export const faultsOfStarts: Fault = {
  name: 'starts',
  run: async () => {
    const lines: Line[] = [];
    for (const one of refused) lines.push(await inFolder((folder) => tried(one, folder)));
    return [...lines, await inFolder(manyOnAnEmptyFile)];
  },
};

type Refused = {
  readonly fault: string;
  readonly settings: (folder: string) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  readonly says: RegExp;
};

const refused: readonly Refused[] = [
  {
    fault: 'start on a file that is no database',
    settings: (folder) => {
      writeFileSync(join(folder, 'guichet.db'), 'this is a letter. '.repeat(100));
      return sqliteIn(folder);
    },
    says: /is no SQLite database/,
  },
  {
    fault: 'start on a folder that cannot be written',
    settings: (folder) => {
      writeFileSync(join(folder, 'plain'), '');
      return sqliteIn(join(folder, 'plain'));
    },
    says: /cannot be opened/,
  },
  {
    fault: 'start on the database of a newer version',
    settings: async (folder) => {
      const first = await guichet({ ...everyday, ...sqliteIn(folder) });
      await first.start();
      await first.stop('SIGKILL');
      const database = new DatabaseSync(join(folder, 'guichet.db'));
      database.exec("insert into kysely_migration values ('9999-later', '2099-01-01')");
      database.close();
      return sqliteIn(folder);
    },
    says: /A newer version of Guichet/,
  },
  {
    fault: 'start on a server that is not there',
    settings: () => {
      const key = Buffer.alloc(32, 7).toString('base64url');
      return { DATABASE_URL: 'postgres://guichet@127.0.0.1:9/guichet', TOKEN_KEY: key, DELIVERY_KEY: key };
    },
    says: /The server does not answer/,
  },
  {
    fault: 'start without the knowledge',
    settings: (folder) => ({ ...sqliteIn(folder), KNOWLEDGE_DIR: join(folder, 'away') }),
    says: /KNOWLEDGE_DIR/,
  },
];

async function tried({ fault, settings, says }: Refused, folder: string): Promise<Line> {
  const said = await outcome({ ...everyday, ...(await settings(folder)) });
  const right = says.test(said);
  const note = right ? 'refused, and says why' : `FAILED: ${said.split('\n', 1).join('')}`;
  return { fault, tally: null, note, failed: !right };
}

/** What the program said when it ended, or that it did not. */
async function outcome(settings: Readonly<Record<string, string>>): Promise<string> {
  const program = await guichet(settings);
  const said = await program.start().then(
    () => 'it started',
    (thrown: unknown) => String(thrown),
  );
  await program.stop('SIGKILL');
  return said;
}

async function manyOnAnEmptyFile(folder: string): Promise<Line> {
  const programs = await Promise.all(Array.from({ length: many }, () => guichet({ ...everyday, ...sqliteIn(folder) })));
  const ends = await Promise.all(
    programs.map((program) =>
      program.start().then(
        () => 'serves',
        (thrown: unknown) => String(thrown),
      ),
    ),
  );
  for (const program of programs) await program.stop('SIGKILL');
  const serving = ends.filter((end) => end === 'serves').length;
  const told = ends.filter((end) => end.includes('Another Guichet serves')).length;
  const right = serving === 1 && told === many - 1;
  const note = right ? 'one serves, the others are refused, and say why' : `FAILED: ${ends.join('; ')}`;
  return { fault: `${String(many)} starts at once on an empty file`, tally: null, note, failed: !right };
}

function sqliteIn(folder: string): { readonly DATABASE_URL: string } {
  return { DATABASE_URL: `sqlite:${join(folder, 'guichet.db')}` };
}

async function inFolder(run: (folder: string) => Promise<Line>): Promise<Line> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-starts-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const many = 4;
