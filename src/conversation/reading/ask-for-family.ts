import type { ReadingFile } from '../../knowledge/conversation-schema.ts';
import { ofEach } from '../../text/remember.ts';
import { spellings } from '../../text/typed-words.ts';
import { kindsSaid, phrasesOfKinds } from './put-together.ts';

/** "Is it the same for my wife?": somebody of one's family, whether it is so for them, and nothing that names a subject. */
export function asksForFamily(text: string, reading: ReadingFile): boolean {
  return spellings(text).some((spelling) => {
    const kinds = kindsSaid(spelling.split(' '), phrasesOf(reading));
    return kinds?.has('same') === true && kinds.has('kin');
  });
}

const phrasesOf = ofEach(({ sameFor, bare, fillers, cues }: ReadingFile) =>
  phrasesOfKinds({ ...sameFor, around: [...bare.around, ...fillers, ...cues.followUp] }),
);
