import { topicChoice } from '../topics/answer-topic.ts';
import { askWhetherMeant, decline, isBarelyMeant, isWorthAsking, mostCandidates, whichOne } from '../topics/clarify.ts';
import type { Match } from '../../core/matching/matcher.ts';
import { likelierOfTwo } from '../topics/choose-likelier.ts';
import { answerFirst } from '../topics/answer-first.ts';
import { tellsOnly } from '../reading/tells-only.ts';
import type { Asked, Listener } from '../listener.ts';
import type { Said } from '../said.ts';

/**
 * The likelier of two neighbours, which one of several, or none of ours: it always speaks, so it stands last. Of what is told and asks
 * nothing it is asked which one.
 */
export const unsure: Listener = {
  name: 'unsure',
  hear: (asked) => {
    const isBarely = isBarelyMeant(asked, asked.match);
    if (asked.match.kind === 'answer' && isBarely) return askWhetherMeant(asked, asked.match);
    if (asked.match.kind !== 'clarify')
      return isWorthAsking(asked, asked.match) ? whichOne(asked, nearest(asked.match)) : decline(asked, asked.match);
    const likelier = isBarely || tellsOnly(asked) ? null : likelierOfTwo(asked, asked.match);
    return likelier === null ? whichOne(asked, asked.match) : withTheOther(asked, likelier);
  },
};

function nearest(match: Match): Match {
  return { ...match, candidates: match.ranked.slice(0, mostCandidates) };
}

async function withTheOther(asked: Asked, topic: string): Promise<Said> {
  const answered = await answerFirst(asked, topic, asked.match);
  const other = asked.match.ranked[1]?.intent;
  if (other === undefined || answered.asking !== null || !asked.knowledge.answers.has(other)) return answered;
  const offered = topicChoice(asked, other);
  const rest = answered.choices.filter(({ value }) => value !== offered.value);
  return { ...answered, choices: [offered, ...rest] };
}
