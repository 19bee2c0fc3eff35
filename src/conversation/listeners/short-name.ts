import type { Asked, Listener } from '../listener.ts';
import { inFull } from '../reading/name-in-full.ts';
import { matchQuestion } from '../topics/match-question.ts';

/** "So my card is finished?" after talk of the European card: the short name is of what was spoken of last. */
export const shortName: Listener = {
  name: 'short-name',
  hear: (asked, later) => {
    const text = namedInFull(asked);
    if (text === null) return null;
    return later({ ...asked, incoming: { ...asked.incoming, text }, match: matchQuestion(asked, text) });
  },
};

function namedInFull({ knowledge, language, state, incoming }: Asked): string | null {
  const about = state.last?.intent ?? '';
  const names = Object.entries(knowledge.reading[language]?.shortNames ?? {});
  const [, found] = names.find(([subject]) => about.startsWith(`${subject}-`)) ?? [];
  return found === undefined ? null : inFull(incoming.text, found);
}
