import type { Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { annotatePage } from './annotate.ts';
import { exportPages } from './export-pages.ts';
import { judgementPages } from '../review/judgements.ts';
import { reviewPages } from '../review/pages.ts';
import { listPage } from './list-page.ts';
import { markPage, transcriptPage } from './transcript-page.ts';

export function conversationPages(parts: Parts): readonly Page[] {
  return [
    listPage(parts),
    transcriptPage(parts),
    markPage(parts),
    annotatePage(parts),
    ...exportPages(parts),
    ...reviewPages(parts),
    ...judgementPages(parts),
  ];
}
