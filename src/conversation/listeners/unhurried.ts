import type { Listener } from '../listener.ts';
import { acknowledge } from '../reactions/acknowledge.ts';
import { kindsSaid, phrasesOfKinds } from '../reading/put-together.ts';
import type { ReadingFile } from '../../knowledge/conversation-schema.ts';
import { ofEach } from '../../text/remember.ts';
import { spellings } from '../../text/typed-words.ts';

/** "It is not urgent, thanks": says how little haste there is. Its words are those of emergencies, and mean none. */
export const unhurried: Listener = {
  name: 'unhurried',
  hear: (asked) =>
    Object.values(asked.knowledge.reading).some((reading) => saysNoHaste(asked.incoming.text, reading))
      ? acknowledge(asked)
      : null,
};

function saysNoHaste(text: string, reading: ReadingFile): boolean {
  return spellings(text).some(
    (spelling) => kindsSaid(spelling.split(' '), phrasesOf(reading))?.has('unhurried') === true,
  );
}

const phrasesOf = ofEach(({ unhurried: phrases, acknowledges, yes, agreed, goodbye }: ReadingFile) =>
  phrasesOfKinds({ unhurried: phrases, acknowledges, yes, agreed, thanks: goodbye.thanks, around: goodbye.around }),
);
