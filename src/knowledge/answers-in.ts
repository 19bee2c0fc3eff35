import type { Shelves } from './kinds.ts';
import { versionsOf, type Version } from './text-on.ts';
import type { TopicFile } from './topic-schema.ts';
import type { YamlFile } from './yaml-file.ts';

/** Every topic's texts in every language, with the file they stand in; a text without a topic is another finding. */
export function answersIn({ answers, topics }: Shelves): readonly {
  readonly language: string;
  readonly topic: string;
  readonly kind: TopicFile['kind'];
  readonly form: TopicFile['form'];
  readonly file: YamlFile;
  readonly versions: readonly Version[];
}[] {
  return [...answers].flatMap(([key, { file, value }]) => {
    const [language, topic] = [key.slice(0, 2), key.slice(3)];
    const about = topics.get(topic)?.value;
    if (about === undefined) return [];
    const { kind, form } = about;
    return [{ language, topic, kind, form, file, versions: versionsOf(about, value) }];
  });
}
