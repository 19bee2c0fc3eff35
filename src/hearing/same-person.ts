import { ofEach } from '../text/remember.ts';
import { comparedForm } from './compared-form.ts';
import type { HearingFile } from './language.ts';
import type { Scene } from './scene.ts';

/** Whether two words may name one person: "my wife" is "my partner" as well. */
export function maySayTheSame({ language }: Scene, word: string, other: string): boolean {
  return word === other || groupsOf(language.data).some((group) => group.has(word) && group.has(other));
}

const groupsOf = ofEach(({ cases }: HearingFile): readonly ReadonlySet<string>[] =>
  cases.alike.map((words) => new Set(words.map(comparedForm))),
);
