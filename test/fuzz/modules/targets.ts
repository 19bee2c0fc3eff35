import type { Target } from '../target.ts';
import { conversationTargets } from './conversation.ts';
import { knowledgeTargets } from './knowledge.ts';
import { mailTargets } from './mail.ts';
import { ruleTargets } from './rules.ts';
import { wireTargets } from './wire.ts';

/** The modules behind the doors, each called by itself in this process. */
export async function moduleTargets(): Promise<{
  readonly targets: readonly Target[];
  readonly close: () => Promise<void>;
}> {
  const mail = await mailTargets();
  return {
    targets: [...conversationTargets(), ...ruleTargets(), ...wireTargets(), ...knowledgeTargets(), ...mail.targets],
    close: mail.close,
  };
}
