import type { Addresses } from '../../ports/addresses.ts';
import type { SecondThoughts } from '../../ports/second-thoughts.ts';
import type { Heard } from './hear.ts';
import { whereaboutsIn } from './reference.ts';

type Reacted = Extract<Heard, { readonly kind: 'reacted' }>;

/** What people make of a reply: a reaction put on it or taken off, or the thumbs that Teams shows under it. */
export type Opinions = {
  react(reacted: Reacted): Promise<void>;
  /** @param message ours, as the channel calls it @param comment redacted */
  rate(conversation: string, message: string, helpful: boolean, comment: string | null): Promise<void>;
};

export function createOpinions(parts: {
  readonly addresses: Addresses;
  readonly secondThoughts: SecondThoughts;
  readonly clock: () => Date;
}): Opinions {
  const { addresses, secondThoughts, clock } = parts;

  /** The message of the journal that ours answered; null for what is too long ago, or no answer. */
  const answeredBy = async (conversation: string, message: string): Promise<string | null> =>
    whereaboutsIn(await addresses.of(conversation))?.said.find(({ id }) => id === message)?.to ?? null;

  return {
    async react({ conversation, message, added, removed }) {
      const answered = await answeredBy(conversation, message);
      if (answered === null) return;
      const about = { conversation, message: answered };
      for (const helpful of verdictsIn(removed)) await secondThoughts.unrate({ ...about, helpful });
      for (const helpful of verdictsIn(added))
        await secondThoughts.rate({ ...about, helpful, comment: null, at: clock().toISOString() });
    },
    async rate(conversation, message, helpful, comment) {
      const answered = await answeredBy(conversation, message);
      if (answered === null) return;
      await secondThoughts.rate({ conversation, message: answered, helpful, comment, at: clock().toISOString() });
    },
  };
}

/** Laughter and surprise may mean either: they are no verdict. */
function verdictsIn(reactions: readonly string[]): readonly boolean[] {
  const verdicts = reactions.flatMap((type) => (glad.has(type) ? [true] : sorry.has(type) ? [false] : []));
  return [...new Set(verdicts)];
}

/** Reactions by the names that Teams gives them: the first six, and emoji as `code point_name`. */
const glad: ReadonlySet<string> = new Set(['like', 'heart', 'plusOne', '1f44d_thumbsup', '2764_heart', '1f64f_pray']);
const sorry: ReadonlySet<string> = new Set(['sad', 'angry', 'dislike', '1f44e_thumbsdown', '1f44e_thumbsdownsign']);
