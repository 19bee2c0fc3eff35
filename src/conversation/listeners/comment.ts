import { personChoice } from '../person/hand-over.ts';
import type { Asked, Later, Listener } from '../listener.ts';
import { phrase, said, type Said } from '../said.ts';

/** What is said after "it did not help" is kept as the reason; where it is a question of its own, it is answered too. */
export const comment: Listener = {
  name: 'comment',
  hear: (asked, later) =>
    asked.state.rating?.stage === 'comment' ? noted(asked, asked.state.rating.about, later) : null,
};

async function noted(asked: Asked, about: string | null, later: Later): Promise<Said> {
  const heard = await later(asked);
  const thanks = phrase(asked, 'feedback.noted');
  const effects = [
    ...heard.effects,
    { kind: 'feedback', about, helpful: false, comment: asked.incoming.text } as const,
  ];
  return heard.decision === 'decline'
    ? said('command', thanks, { intent: about, choices: [personChoice(asked)], effects })
    : { ...heard, text: `${thanks}\n\n${heard.text}`, effects };
}
