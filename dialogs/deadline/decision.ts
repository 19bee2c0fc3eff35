import type { Day } from '../../src/core/day.ts';
import type { Deadline, DeadlineLaw } from '../../src/core/deadlines/index.ts';
import type { Facts } from '../../src/conversation/forms/dialogs.ts';
import type { Card } from '../../src/conversation/reply.ts';
import type { Knowledge } from '../../src/knowledge/schema.ts';
import type { Voice } from '../../src/voice/voice.ts';
import { finished, type Look } from '../look.ts';

/** What dates are counted from. */
export type Dates = DeadlineLaw & Pick<Knowledge, 'conflicts'>;

export function due(result: Deadline, known: Facts, { conflicts }: Dates, voice: Voice): Look {
  return finished(whenText(result, voice), result, {
    card: cardOf(result, known, voice),
    facts: result.facts,
    verify: result.flags.some((flag) => conflicts[flag]?.verify === true),
  });
}

function cardOf(result: Deadline, known: Facts, voice: Voice): Card {
  const rows = [
    { label: voice.say('row.about'), text: voice.say(`about.${String(known['about'])}`) },
    { label: voice.say('row.from'), text: voice.date(known['from'] as Day) },
    { label: voice.say('row.when'), text: whenText(result, voice).replaceAll('*', '') },
  ];
  return {
    kind: 'decision',
    title: voice.say('title'),
    sections: [
      { heading: null, rows, items: [] },
      { heading: voice.say('rule'), rows: [], items: [{ text: voice.text(result.rule), url: null }] },
    ],
  };
}

function whenText({ when }: Deadline, voice: Voice): string {
  switch (when.kind) {
    case 'day':
      return voice.say('when.day', { day: voice.date(when.day) });
    case 'between':
      return voice.say('when.between', { earliest: voice.date(when.earliest), latest: voice.date(when.latest) });
    case 'never':
      return voice.say('when.never');
  }
}
