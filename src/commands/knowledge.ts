import type { Command } from './command.ts';

/** Exit 1 when something is to do. */
export const knowledgeCommand: Command = {
  usage: `  lint               what is wrong in a file, with its line and what to do
  coverage [--all]   facts of the documents that no answer states, and how long texts are; --all lists where each stands
  stale              facts that are to be looked up again, by risk; then what was reviewed, the oldest first
  table              the decision table as the program decides by it
  shingles FILE…     writes shingles.json from the texts of the source documents
  migrate DIR        brings a knowledge folder of before into the layout of today`,
  run: async ([name = '', ...args]) => {
    const { checks } = await import('./knowledge-checks.ts');
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (check === undefined)
      process.stdout.write(`Say which: npm run -s knowledge -- ${Object.keys(checks).join('|')}\n`);
    process.exitCode = check?.(args) === true ? 0 : 1;
  },
};
