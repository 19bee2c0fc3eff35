import { commands } from './commands/all.ts';
import { orNameMissingPackage } from './commands/missing-package.ts';
import { AppError } from './core/errors.ts';
import { requirePinnedRuntime } from './runtime.ts';

/** `guichet <command>`; without one the server starts. */
async function main([first, ...rest]: readonly string[]): Promise<void> {
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

main(process.argv.slice(2)).catch((problem: unknown) => {
  // A person reads this, not a program: what to do, without a stack where we know it.
  console.error(problem instanceof AppError ? `${problem.message} (${problem.code})` : problem);
  process.exitCode = 1;
});
