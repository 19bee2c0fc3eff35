import { parseDocument } from 'yaml';
import type { ChangedFile } from '../../ports/knowledge-changes.ts';
import type { Asked } from '../page.ts';
import { may } from '../role.ts';

/** Whether a change may be published by whoever asks: how long what is kept, and what is danger, an administrator decides. */
export function mayPublish({ person }: Pick<Asked, 'person'>, files: readonly ChangedFile[]): boolean {
  return may(person.role, 'admin') || !files.some(isAdministrators);
}

function isAdministrators({ file, before, after }: ChangedFile): boolean {
  if (file === 'desk.yaml') return retentionIn(before) !== retentionIn(after);
  return /^(safety|languages\/[a-z]{2}\/safety)\.yaml$/.test(file);
}

/** A file that cannot be read says nothing; publishing refuses it. */
function retentionIn(text: string | null): string {
  const held = parseDocument(text ?? '').toJS() as Readonly<Record<string, unknown>> | null;
  return JSON.stringify([held?.['keepTranscriptsDays'], held?.['keepDays']]);
}
