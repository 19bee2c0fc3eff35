import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Message-IDs of our own: they hold the conversation and a signature, so that a reply is put to the conversation that it
 * answers whatever else the other side's mail program changes, and nobody can name another's.
 */
export type OwnIds = {
  /** The same for the same delivery over all retries. Without angle brackets. */
  of(conversation: string, delivery: string): string;
  /** The conversation of one of our ids, or null. */
  conversationIn(messageId: string): string | null;
};

export function createOwnIds(key: Uint8Array, domain: string): OwnIds {
  const sign = (text: string) => createHmac('sha256', key).update(`message-id ${text}`).digest('hex').slice(0, 24);
  return {
    of(conversation, delivery) {
      const name = Buffer.from(conversation).toString('base64url');
      const part = delivery.replaceAll(/[^\w-]/g, '').slice(-32);
      return `g.${name}.${part}.${sign(`${name}.${part}`)}@${domain}`;
    },
    conversationIn(messageId) {
      const [, name = '', part = '', signature = ''] = /^g\.([\w-]+)\.([\w-]+)\.([0-9a-f]{24})@/.exec(messageId) ?? [];
      if (signature === '' || !timingSafeEqual(Buffer.from(signature), Buffer.from(sign(`${name}.${part}`))))
        return null;
      return Buffer.from(name, 'base64url').toString('utf8');
    },
  };
}
