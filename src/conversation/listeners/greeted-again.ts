import { isWhole } from '../commands/read-command.ts';
import { greetAgain } from '../forms/greet-again.ts';
import type { Listener } from '../listener.ts';

/** "Hi again": who was here before, and asks nothing again; before the reactions, which have "again". */
export const greetedAgain: Listener = {
  name: 'greeted-again',
  hear: (asked) => {
    const readings = Object.values(asked.knowledge.reading);
    const isGreeting = readings.some((reading) => isWhole(asked.incoming.text, reading.greetsAgain, reading));
    return isGreeting ? greetAgain(asked) : null;
  },
};
