import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Names of new conversations. One that a channel secret opened bears a mark of it behind its random part, by which every
 * process knows whose it is, and which nobody makes who has not our key: with a secret one reads the conversations that
 * were opened with it, and no other program's, nor those of the student page.
 */
export type Names = {
  /** @param secret the hash of the secret that opens it; null for a page's conversation */
  fresh(secret: Uint8Array | null): string;
  isOf(secret: Uint8Array, conversation: string): boolean;
};

export function createNames(key: Uint8Array): Names {
  const marked = (random: string, secret: Uint8Array): string => {
    const mark = createHmac('sha256', key).update('opened by ').update(secret).update(random).digest();
    return random + mark.subarray(0, markBytes).toString('base64url');
  };
  return {
    fresh(secret) {
      const random = randomBytes(16).toString('base64url');
      return secret === null ? random : marked(random, secret);
    },
    isOf(secret, conversation) {
      const [given, right] = [conversation, marked(conversation.slice(0, randomLength), secret)].map((name) =>
        Buffer.from(name),
      );
      return (
        given !== undefined && right !== undefined && given.length === right.length && timingSafeEqual(given, right)
      );
    },
  };
}

/** 16 bytes in base64url. */
const randomLength = 22;
/** 96 bits: nobody comes upon one, and the name stays short enough for an address. */
const markBytes = 12;
