import { createSigner } from './token.ts';

/**
 * Makes links that go on with a conversation in the web chat, for whoever was sent one. The proof stands behind the `#`,
 * which browsers send to no server.
 */
export function createContinueLink(
  key: Uint8Array,
  clock: () => Date,
  publicUrl: string | null,
): (conversation: string) => Promise<string | null> {
  const signer = createSigner(key, clock);
  return async (conversation) => {
    if (publicUrl === null) return null;
    const { token } = await signer.issue('letter', { conversation, user: 'dl_letter' });
    return `${publicUrl.replace(/\/$/, '')}/#continue=${token}`;
  };
}
