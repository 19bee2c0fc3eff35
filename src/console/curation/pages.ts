import { replayPages } from '../replay/pages.ts';
import { toldPages } from '../told/pages.ts';
import type { Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { answerPages } from './answer.ts';
import { answerListPage } from './answers.ts';
import { changePages } from './change.ts';
import { filePages } from './file.ts';
import { listPages } from './lists.ts';
import { translationPages } from './translations.ts';
import { teachPage } from './teach.ts';

/** The pages of the knowledge; none where there is no room for them. */
export function curationPages({
  current,
  numbers,
  curation: room,
}: Pick<Parts, 'current' | 'numbers' | 'curation'>): readonly Page[] {
  if (room === undefined) return [];
  const needed = { current, room };
  return [
    ...listPages(needed),
    teachPage(needed),
    answerListPage({ ...needed, numbers }),
    ...answerPages(needed),
    ...filePages(room),
    ...changePages(room),
    ...translationPages(needed),
    ...toldPages(needed),
    ...replayPages(room),
  ];
}
