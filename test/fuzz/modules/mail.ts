import { readAuthentication } from '../../../src/channels/email/authentication.ts';
import { openMailDesk } from '../../channels/email/mail-desk.ts';
import { authenticationResults, rawMail } from '../inputs/mails.ts';
import { target, type Target } from '../target.ts';

/** The mail door from the bytes to the outbox, over a database in memory; nothing leaves it. */
export async function mailTargets(): Promise<{
  readonly targets: readonly Target[];
  readonly close: () => Promise<void>;
}> {
  const desk = await openMailDesk({ config: { authenticationServer: 'mx.guichet.test' } });
  return {
    targets: [
      target('mail', rawMail, (raw) => desk.answerMail(raw), 4),
      target('Authentication-Results', authenticationResults, (line) =>
        readAuthentication(
          { headers: new Map([['authentication-results', [line]]]), from: { address: 'ana@mail.example', name: '' } },
          'mx.guichet.test',
        ),
      ),
    ],
    close: () => desk.close(),
  };
}
