import type { Asked, Listener } from '../listener.ts';
import { safetyReply } from '../safety.ts';
import { said, type Said } from '../said.ts';

/** Words of danger, before everything else that a person says, whatever is open. */
export const danger: Listener = {
  name: 'danger',
  hear: (asked) => (asked.danger === null ? null : numbersToCall(asked, asked.danger)),
};

function numbersToCall(asked: Asked, kind: string): Said {
  const template = safetyReply(kind, asked.foreign ?? asked.language, asked.knowledge.safety);
  return said('emergency', asked.speaker.render(asked.language, template, asked.incoming.on), {
    intent: kind,
    choices: [],
    asking: asked.dialogs.standing(asked.state.dialogs)?.asking ?? null,
  });
}
