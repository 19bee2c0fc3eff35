import type { Speaker } from '../../voice/speaker.ts';
import type { Asked } from '../page.ts';

/** What a group of answers is called; one without a name by its id. */
export function topicNamed({ t, language }: Pick<Asked, 't' | 'language'>, speaker: Speaker, topic: string): string {
  return speaker.has(language, `web:topic.${topic}`) ? t(`web:topic.${topic}`) : topic;
}
