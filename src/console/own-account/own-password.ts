import type { Asked } from '../page.ts';
import type { Parts } from '../parts.ts';
import type { Doors } from '../sign-in/doors.ts';
import { hashOf } from '../token.ts';

/** Whether this is the signed-in person's password: a browser that was left open changes nothing. Guessing is slowed down. */
export async function isOwnPassword(
  staff: Parts['staff'],
  { passwords, slowDown }: Doors,
  { person, now }: Asked,
  password: string,
): Promise<boolean> {
  const tried = { place: `own ${person.id}`, name: hashOf(`own ${person.id}`) };
  if (slowDown.admit(tried, now) === 'too-soon') return false;
  const account = await staff.credentials(person.name);
  const right = account?.id === person.id && (await passwords.check(password, account.hash, 'known')) === true;
  if (right) slowDown.forget(tried, now);
  else slowDown.failed(tried, now);
  return right;
}
