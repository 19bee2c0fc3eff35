import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Plain JavaScript, and before all else: of what V8 compiled Node then keeps the files without their types as well, and the
// program that takes types away, which costs more than all of ours until here, is not loaded. `cacheOfPrograms` is that folder.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/guichet', import.meta.url)));
await import('./main.ts');
