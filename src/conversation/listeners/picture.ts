import type { Asked, Listener } from '../listener.ts';
import { showsPicture } from '../reading/recognise-picture.ts';
import { phrase, said } from '../said.ts';

/** "IMG_2043.jpg", "I send you a photo of the letter": it cannot be seen here, and what is open stays open. */
export const picture: Listener = {
  name: 'picture',
  hear: (asked) =>
    isShown(asked) && asked.speaker.has(asked.language, 'conversation:no-pictures')
      ? said('clarify', phrase(asked, 'no-pictures'), { next: {} })
      : null,
};

function isShown({ knowledge, incoming }: Asked): boolean {
  return Object.values(knowledge.reading).some((reading) => showsPicture(incoming.text, reading));
}
