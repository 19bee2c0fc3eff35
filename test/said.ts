import type { Reply, Trace } from '../src/conversation/reply.ts';

/** A reply that says this and nothing more, unless told. */
export function reply(text: string, more: Partial<Reply> = {}): Reply {
  return {
    language: 'en',
    text,
    card: null,
    choices: [],
    sources: [],
    asking: null,
    handover: null,
    feedback: false,
    ...more,
  };
}

export const trace: Trace = {
  decision: 'answer',
  intent: null,
  intents: [],
  score: null,
  runnerUp: null,
  language: 'en',
  asking: null,
  outcome: null,
  danger: null,
  sources: [],
  listener: null,
  knowledge: 'test',
};
