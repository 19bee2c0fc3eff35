import { commands } from './commands/all.ts';
import { orNameMissingPackage } from './commands/missing-package.ts';
import { AppError } from './core/errors.ts';
import { requirePinnedRuntime } from './runtime.ts';

/** `guichet <command>`; what goes wrong is told to whoever called it. */
export async function runCommand(args: readonly string[]): Promise<void> {
  process.stdout.on('error', unlessNobodyReads);
  try {
    await run(args);
  } catch (problem) {
    // A person reads this, not a program: what to do, without a stack where we know it.
    console.error(isExplained(problem) ? `${problem.message} (${problem.code})` : problem);
    process.exitCode = 1;
  }
}

/** `guichet … | head`: what is printed for nobody is no fault, and the command does the rest of its work. */
function unlessNobodyReads(problem: NodeJS.ErrnoException): void {
  if (problem.code !== 'EPIPE') throw problem;
}

/** By its name: what a checkout's tests throw is of their own copy of the class. */
function isExplained(problem: unknown): problem is AppError {
  return problem instanceof Error && problem.name === 'AppError';
}

/** Without a command the server starts. */
async function run([first, ...rest]: readonly string[]): Promise<void> {
  requirePinnedRuntime();
  const isName = first !== undefined && !first.startsWith('-');
  const [name, args] = isName ? [first, rest] : ['serve', first === undefined ? [] : [first, ...rest]];
  if (name === 'help' || (!isName && args.some(asksForHelp))) {
    process.stdout.write(overview());
    return;
  }
  const known = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (known === undefined) {
    const names = Object.keys(commands).join(', ');
    throw new AppError(
      'config/invalid',
      `No command "${name}": there are ${names}. "guichet --help" says what each does.`,
    );
  }
  await orNameMissingPackage(name, async () => {
    const command = await known.load();
    if (args.some(asksForHelp)) process.stdout.write(`guichet ${name}: ${known.does}\n\n${command.usage}\n`);
    else await command.run(args);
  });
}

function asksForHelp(argument: string): boolean {
  return argument === '--help' || argument === '-h';
}

function overview(): string {
  const widest = Math.max(...Object.keys(commands).map(({ length }) => length));
  const lines = Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(widest)}  ${does}`);
  return `npm run -s guichet -- <command> [--help]\n\n${lines.join('\n')}\n`;
}
