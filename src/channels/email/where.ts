import { z } from 'zod';
import type { Address } from '../../ports/addresses.ts';

/** Where a mail goes, as it is kept in the addresses and the outbox: the person and their thread. */
export type MailWhere = z.infer<typeof MailWhere>;

const MailWhere = z.object({
  to: z.string(),
  name: z.string(),
  /** As the person wrote it. */
  subject: z.string(),
  /** What is answered, without angle brackets; null where it is not known (a mail forwarded inline). */
  inReplyTo: z.string().nullable(),
  references: z.array(z.string()),
});

/** @throws ZodError when it is not an address of this channel: a bug */
export function mailWhere(where: Address['where']): MailWhere {
  return MailWhere.parse(where);
}
