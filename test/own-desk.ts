import { forms } from '../dialogs/index.ts';
import { prepare } from '../src/desk/prepare.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';

/**
 * The project's own knowledge and what is learned from it, for all tests that change nothing of either: read once for each process,
 * not once for each file. Reading takes a second, and what many copies hold is looked through each time that garbage is collected.
 */
export const prepared = await prepare(loadKnowledge(new URL('../knowledge', import.meta.url).pathname, forms), 'var');
export const { knowledge, speaker, matcher, redact, hearDanger, takeTurn } = prepared;
