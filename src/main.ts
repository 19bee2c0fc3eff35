import { enableCompileCache, flushCompileCache } from 'node:module';
import { cacheOfPrograms, packedProgram } from './packed-program.ts';

/** The program in one piece where that could be made, else file by file: the same program. */
enableCompileCache(cacheOfPrograms);
const packed = packedProgram();
const program = await (packed === null
  ? import('./run-command.ts')
  : (import(packed) as Promise<typeof import('./run-command.ts')>));
// A server that is killed has kept what V8 compiled all the same.
setTimeout(flushCompileCache, 10_000).unref();
await program.runCommand(process.argv.slice(2));
