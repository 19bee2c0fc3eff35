import { numbersIn } from '../../conversation/result/tell-emergency-numbers.ts';
import type { Danger } from '../../core/danger/index.ts';
import { letIn } from '../../desk/let-in.ts';
import { deliveryId } from '../../desk/speak.ts';
import type { DraftSection, LetterContent } from '../../ports/drafts.ts';
import type { DangerContent } from '../../ports/outbox.ts';
import type { MailDoor } from './mail-door.ts';
import type { Question } from './question-in.ts';

/**
 * The emergency numbers go to who wrote the mail and to nobody whom it names, whatever else becomes of it: no colleague, no
 * mode and no daily limit stands before them. An address gets them once an hour.
 * @returns whether they went out
 */
export async function sendNumbers(
  door: Pick<MailDoor, 'letters' | 'outbox' | 'clock'>,
  { conversation, id, writer }: Pick<Question, 'conversation' | 'id' | 'writer'>,
  { language, text }: { readonly language: string; readonly text: string },
): Promise<boolean> {
  const at = door.clock().toISOString();
  if (!(await door.letters.allowNumbers({ recipient: writer.to, at, id }))) return false;
  const sections: readonly DraftSection[] = [{ heading: null, text, missing: false }];
  const content: LetterContent = { kind: 'letter', where: writer, language, sections, automatic: true, urgent: true };
  const delivery = deliveryId(conversation, `numbers ${id}`);
  await door.outbox.put({ id: delivery, conversation, channel: 'email', content, due: at });
  return true;
}

/** The numbers that a danger asks for, in the language of who wrote of it. */
export function numbersFor(door: Pick<MailDoor, 'current' | 'today'>, danger: Danger, language: string): string {
  const { speaker, knowledge } = door.current();
  return numbersIn({ speaker, knowledge, on: door.today() }, danger, language);
}

export type RefusedMail = {
  readonly id: string;
  readonly sender: string;
  readonly text: string;
  readonly refused: string;
};

/** A mail that is not let in is answered by nobody; where it speaks of danger the desk is told, once an hour of a sender. */
export async function tellOfRefused(
  door: Pick<MailDoor, 'letters' | 'outbox' | 'clock' | 'current'>,
  mail: RefusedMail,
): Promise<void> {
  const { hearDanger, redact, inDanger, speaker } = door.current();
  const danger = hearDanger(redact(await letIn(mail.text, inDanger)).text);
  if (danger?.degree !== 'certain') return;
  const at = door.clock().toISOString();
  const recipient = `the desk, of ${mail.sender}`;
  if (!(await door.letters.allowNumbers({ recipient, at, id: mail.id }))) return;
  const [language] = speaker.languages;
  const { degree, kind } = danger;
  const about = { at, channel: 'email', language, degree, danger: kind, refused: mail.refused };
  const content: DangerContent = { kind: 'danger', ...about };
  const delivery = deliveryId(mail.id, 'refused');
  await door.outbox.put({ id: delivery, conversation: mail.id, channel: 'email', content, due: at });
}
