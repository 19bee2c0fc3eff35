import { describe } from 'vitest';
import { scripts } from './scripts.ts';

describe("that's not what I asked", () => {
  scripts([
    [
      'offers what came close',
      [
        ['what does a doctor cost', { intent: 'gp-price' }],
        ["that's not what I asked", { decision: 'clarify', reads: ['Sorry about that'] }],
        ['none of these', { decision: 'decline', choices: ['What can I ask?', 'Talk to a person'] }],
      ],
    ],
    [
      'in French',
      [
        ['combien coûte une consultation chez le médecin', { intent: 'gp-price' }],
        ["ce n'est pas ce que j'ai demandé", { decision: 'clarify', reads: ['Désolé'] }],
      ],
    ],
    [
      'with nothing before it offers a person',
      [["that's not what I asked", { decision: 'decline', choices: ['Talk to a person'] }]],
    ],
  ]);
});
