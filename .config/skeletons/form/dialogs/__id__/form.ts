import { defineForm } from '../define-form.ts';
import { asks } from '../look.ts';
import { choicesFor } from './choices.ts';
import { decided } from './decision.ts';
import { readTold } from './read.ts';

/** Facts: `done`, `months`. */
export const __name__ = defineForm({
  id: '__id__',
  needs: [],
  look: (known, { voice }) => {
    const missing = ['done', 'months'].find((field) => known[field] === undefined);
    return missing === undefined ? decided(known, voice) : asks(missing, voice, choicesFor(missing, voice));
  },
  read: readTold,
  told: ({ months }, { voice }) =>
    typeof months === 'number'
      ? [{ field: 'months', text: voice.say('told.months', { since: voice.quantity('months', months) }) }]
      : [],
});
