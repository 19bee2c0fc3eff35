import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/**
 * Encrypts what must not be read from a stolen copy of the database (AES-256-GCM). `row` names where it stands, so that a
 * value moved to another row is not readable there.
 */
export type Cipher = {
  seal(row: string, content: unknown): string;
  /** Null when it was sealed with another key, for another row, or changed. */
  open(row: string, sealed: string): unknown;
  /** The same text gives the same mark, and nobody without the key can try texts. */
  mark(what: string, text: string): string;
};

/** @param key 32 bytes */
export function createCipher(key: Uint8Array): Cipher {
  return {
    mark: (what, text) => createHmac('sha256', key).update(`${what} ${text}`).digest('hex'),
    seal(row, content) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(row));
      const text = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
    },
    open(row, sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const [nonce, tag] = [bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes, nonceBytes + tagBytes)];
      if (tag.length < tagBytes) return null;
      const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
      decipher.setAAD(Buffer.from(row)).setAuthTag(tag);
      const text = decipher.update(bytes.subarray(nonceBytes + tagBytes));
      try {
        return JSON.parse(Buffer.concat([text, decipher.final()]).toString('utf8')) as unknown;
      } catch {
        return null;
      }
    },
  };
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
