import { replyOf, type Reply, type Trace } from '../src/conversation/reply.ts';

/** A reply that says this and nothing more, unless told. */
export function reply(text: string, more: Partial<Reply> = {}): Reply {
  return replyOf('en', text, more);
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
