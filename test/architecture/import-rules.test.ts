import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

/** Runs the project's own import rules over a folder, as `npm run cruise` does. */
function cruise(folder: string): { modules: number; broken: readonly string[] } {
  const run = spawnSync(
    'node_modules/.bin/depcruise',
    ['--config', '.config/dependency-cruiser.cjs', '--output-type', 'json', folder],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const report = JSON.parse(run.stdout) as {
    summary: { totalCruised: number; violations: readonly { rule: { name: string } }[] };
  };
  return { modules: report.summary.totalCruised, broken: report.summary.violations.map(({ rule }) => rule.name) };
}

describe('the import rules', () => {
  test.each([
    ['a core that reads files', 'core', ['core-is-pure']],
    [
      'knowledge that knows the forms or takes a turn',
      'knowledge',
      ['knowledge-names-no-form', 'knowledge-takes-no-turn'],
    ],
    ['text that asks what it means', 'text', ['text-stands-alone']],
    [
      'a room of the turn that knows a form, a reader and a listener',
      'conversation',
      ['conversation-reads-no-form', 'conversation-reads-no-form', 'rooms-know-no-listener'],
    ],
    ['a voice that looks things up', 'voice', ['voice-stands-beneath']],
    ['ears that speak', 'hearing', ['hearing-stands-alone']],
    ['a command whose package is not installed', 'commands', ['the-server-needs-no-development-package']],
    ['two files that need each other, if only for their types', 'types', ['no-cycles']],
  ])('bite: %s', (_, folder, rules) => {
    expect(cruise(`test/fixtures/leaky/${folder}`).broken.toSorted()).toEqual(rules);
  });

  test('really read the sources: dependency-cruiser passes in silence when it understands no TypeScript', () => {
    expect(cruise('src/core').modules).toBeGreaterThan(20);
  });
});
