import { Secret, TOTP } from 'otpauth';
import { toString as drawn } from 'qrcode';

/** Six figures that change every half minute (RFC 6238), as every authenticator makes them. */
const made = Object.freeze({ issuer: 'Guichet', algorithm: 'SHA1', digits: 6, period: 30 });

/** A new secret, in base32. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The time step that a code is of, or null when it is none: one step early or late is taken, clocks go wrong. */
export function stepOf(code: string, secret: string, now: Date): number | null {
  const token = code.normalize('NFKC').replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const totp = new TOTP({ ...made, secret: Secret.fromBase32(secret) });
  const timestamp = now.getTime();
  const delta = totp.validate({ token, timestamp, window: 1 });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}

/** The secret as a picture that an authenticator reads, SVG, black on white in either theme. */
export async function pictureOf(secret: string, name: string): Promise<string> {
  const totp = new TOTP({ ...made, label: name, secret: Secret.fromBase32(secret) });
  return drawn(totp.toString(), { type: 'svg', margin: 4, errorCorrectionLevel: 'M' });
}
