import { changeCase } from '../forms/change-case.ts';
import type { Listener } from '../listener.ts';

/** "And for my sister: she is Italian", "and me?": a case other than the one at hand, begun with none of its facts. */
export const otherCase: Listener = { name: 'other-case', hear: changeCase };
