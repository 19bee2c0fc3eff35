import type { Listener } from '../listener.ts';
import { acknowledge } from '../reactions/acknowledge.ts';
import { kindsSaid, phrasesOfKinds } from '../reading/put-together.ts';
import type { ReadingFile } from '../../knowledge/conversation-schema.ts';
import { ofEach } from '../../text/remember.ts';
import { spellings } from '../../text/typed-words.ts';

/** "Lol ok", "got it", "hm, wait": the reply was read, and nothing is asked that could be refused. */
export const acknowledgement: Listener = {
  name: 'acknowledgement',
  hear: (asked) =>
    Object.values(asked.knowledge.reading).some((reading) => saysOnlyThat(asked.incoming.text, reading))
      ? acknowledge(asked)
      : null,
};

function saysOnlyThat(text: string, reading: ReadingFile): boolean {
  return spellings(text).some((spelling) => kindsSaid(spelling.split(' '), phrasesOf(reading)) !== null);
}

const phrasesOf = ofEach(({ acknowledges, yes, agreed, goodbye }: ReadingFile) =>
  phrasesOfKinds({ acknowledges, yes, agreed, around: goodbye.around }),
);
