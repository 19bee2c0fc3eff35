import { describe } from 'vitest';
import { scripts } from './scripts.ts';

describe('asking back in a form', () => {
  const start = ['I want to know if I have to register', { asking: 'registered' }] as const;
  const begin = ["Je veux savoir si je dois m'inscrire", { asking: 'registered' }] as const;
  scripts([
    [
      'why it is asked',
      [start, ['why do you want to know that', { asking: 'registered', reads: ['Registration is done once'] }]],
    ],
    [
      'what is meant',
      [
        start,
        ['what do you mean by registered', { asking: 'registered', reads: ['not that'] }],
        ['no', { asking: 'nationality' }],
      ],
    ],
    [
      'not understood, with an accent for an apostrophe',
      [
        ['check my situation', { asking: 'registered' }],
        ['I don´t understand the question', { asking: 'registered', reads: ['Registered means'] }],
      ],
    ],
    ['not sure', [start, ['not sure', { asking: 'nationality' }]]],
    ['yes no maybe is no yes', [start, ['yes no maybe', { asking: 'nationality' }]]],
    [
      'two that exclude each other are both offered',
      [
        start,
        ['no', { asking: 'nationality' }],
        ['Chinese or Japanese', { asking: 'nationality', choices: ['nationality China', 'nationality Japan'] }],
      ],
    ],
    [
      'a choice by its own words',
      [
        ['quote please', { asking: 'product' }],
        ['the medical one', { asking: 'term', reads: ['Assurance tranquillité'] }],
      ],
    ],
    [
      'in French',
      [
        begin,
        ['pourquoi voulez-vous savoir ça', { asking: 'registered', reads: ["s'inscrit une seule fois"] }],
        ['que voulez-vous dire par inscrit ?', { asking: 'registered', reads: ['même provisoire'] }],
      ],
    ],
  ]);
});
