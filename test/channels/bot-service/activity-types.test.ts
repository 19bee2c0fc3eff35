import { ActivityTypes } from 'botbuilder';
import { expect, test } from 'vitest';
import { readActivity } from '../../../src/channels/bot-service/read-activity.ts';

test.each(Object.values(ActivityTypes))('an activity of the type %s is one of the protocol', (type) => {
  expect(readActivity({ type, conversation: { id: 'c' } })).toMatchObject({ type });
});
