import { starters } from '../commands/offer-starters.ts';
import type { Asked, Listener } from '../listener.ts';
import { kindsSaid, phrasesOfKinds } from '../reading/put-together.ts';
import type { Choice } from '../reply.ts';
import { phrase, said } from '../said.ts';
import type { ReadingFile } from '../../knowledge/conversation-schema.ts';
import { ofEach } from '../../text/remember.ts';
import { spellings } from '../../text/typed-words.ts';
import { topicChoice } from '../topics/answer-topic.ts';
import { topicsAfter } from '../topics/find-next-topic.ts';
import { isOffered } from '../topics/judge-subject.ts';

/** "Lol ok", "got it", "hm, wait": the reply was read, and nothing is asked that could be refused. */
export const acknowledgement: Listener = {
  name: 'acknowledgement',
  hear: (asked) =>
    Object.values(asked.knowledge.reading).some((reading) => saysOnlyThat(asked.incoming.text, reading))
      ? said('smalltalk', phrase(asked, 'acknowledged'), { choices: goingOn(asked), next: { misses: 0 } })
      : null,
};

function saysOnlyThat(text: string, reading: ReadingFile): boolean {
  return spellings(text).some((spelling) => kindsSaid(spelling.split(' '), phrasesOf(reading)) !== null);
}

const phrasesOf = ofEach(({ acknowledges, yes, agreed, goodbye }: ReadingFile) =>
  phrasesOfKinds({ acknowledges, yes, agreed, around: goodbye.around }),
);

/** What often follows the last subject, else where one can begin. */
function goingOn(asked: Asked): readonly Choice[] {
  const about = asked.state.last?.intent;
  const next = about === undefined ? [] : topicsAfter(asked, about).filter((id) => isOffered(asked, id));
  return next.length === 0 ? starters(asked) : next.slice(0, mostOffered).map((id) => topicChoice(asked, id));
}

const mostOffered = 2;
