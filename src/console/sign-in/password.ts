import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** Argon2id with the parameters OWASP advises (19 MiB, two passes), written as a PHC string so that they may grow. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, advised);
  const { memory, passes, parallelism } = advised;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${text(salt)}$${text(hash)}`;
}

/** Whether the password is the one that the PHC string was made from. */
export async function isPassword(password: string, phc: string): Promise<boolean> {
  const [, , , parameters = '', salt = '', hash = ''] = phc.split('$');
  const [memory = 0, passes = 0, parallelism = 0] = parameters.split(',').map((part) => Number(part.slice(2)));
  const right = Buffer.from(hash, 'base64');
  const given = await derive(password, Buffer.from(salt, 'base64'), { memory, passes, parallelism });
  return given.length === right.length && timingSafeEqual(given, right);
}

/** A name that nobody has costs the same time as one with a wrong password. */
export async function pretendToCheck(password: string): Promise<false> {
  await derive(password, Buffer.alloc(16), advised);
  return false;
}

/** None that is tried first is taken (judge-password.ts), and whoever guesses is slowed down. */
export const shortestPassword = 12;
/** This bounds the work. A new one that is longer is refused: nothing is cut off in silence. */
export const longestPassword = 200;

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number };

const advised: Cost = Object.freeze({ memory: 19_456, passes: 2, parallelism: 1 });

async function derive(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
  // The same letters typed on two keyboards may come as different code points. Up to version 0.1 what was longer was cut: who
  // types such a password comes in, and is asked for another.
  const message = password.normalize('NFKC').slice(0, longestPassword);
  return promisify(argon2)('argon2id', { message, nonce, tagLength: 32, ...cost });
}

function text(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
