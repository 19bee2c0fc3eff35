import { describe, expect, test } from 'vitest';
import { judge, tales, type Half, type Tale } from './tales/judge.ts';

/** Nothing that the desk has an answer to, in the letter's language. */
function walkIn(letter: string): string {
  const walk = / the /.test(letter)
    ? 'On Sunday the river was high and we walked along it with a thermos of tea until the lamps were lit. '
    : 'Dimanche la rivière était haute et nous avons marché sur la rive avec du thé, puis les lampes se sont allumées. ';
  return walk.repeat(16);
}

/** How many of a table are right, and what became of the others. */
async function judged(table: readonly Tale[]) {
  const all = [];
  for (const tale of table) all.push(await judge(tale));
  const others = all.filter(({ verdict }) => verdict !== 'right');
  const said = others.map(
    ({ verdict, tale, topics }) => `${verdict}: ${tale.says.slice(0, 60)} → ${topics.join(', ')}`,
  );
  return {
    right: all.length - others.length,
    wrong: others.filter(({ verdict }) => verdict === 'wrong').length,
    said: said.join('\n'),
  };
}

describe('what a message of several questions or a long letter asks', () => {
  // What is answered today: fewer right is a step back, and more raises the bound.
  test.each([
    ['several.yaml', 'build', { right: 22, wrong: 0 }],
    ['several.yaml', 'held', { right: 11, wrong: 0 }],
    ['letters.yaml', 'build', { right: 11, wrong: 3 }],
    ['letters.yaml', 'held', { right: 13, wrong: 2 }],
    ['question-last.yaml', 'build', { right: 15, wrong: 5 }],
  ] as const)('%s, %s', async (file, half: Half, least) => {
    const { right, wrong, said } = await judged(tales(`./${file}`)[half]);
    expect(right, said).toBeGreaterThanOrEqual(least.right);
    expect(wrong, said).toBeLessThanOrEqual(least.wrong);
  });

  test.each([
    [
      'glasses',
      "Depuis la rentrée je loge chez une dame qui collectionne les horloges, et je dors mal. La CVEC est payée, la banque m'a enfin " +
        "ouvert un compte, et la RC, je l'ai prise chez vous en même temps que les photocopies. Samedi, mes lunettes sont tombées dans " +
        "l'escalier et l'un des verres s'est fendu. L'opticien m'a fait un devis, avec une deuxième paire que je ne demandais pas. J'ai " +
        "la Sécu, la carte, pas de mutuelle. Qu'est-ce qu'on me rend là-dessus ?",
    ],
    [
      'declare-medecin-traitant',
      'The week began with a flat tyre and ended with a fever. In between I paid the CVEC, sent my RIB to the school, bought liability ' +
        "cover for my landlord and stood in line at the prefecture for a stamp. My flatmate says that at the doctor's I lost money " +
        'because nobody follows my health in this town. I have a final number and a card with a bad photo. How do I make her my regular doctor?',
    ],
  ])('no subject named in passing, but %s', async (topic, says) => {
    expect(await judge({ says, expects: [topic] })).toMatchObject({ verdict: 'right' });
  });

  test.each([
    ['before', (says: string) => `${walkIn(says)}\n\n${says}`],
    ['after', (says: string) => `${says}\n\n${walkIn(says)}`],
  ])('the same letters with a longer tale %s them', async (_, longer) => {
    const table = tales('./letters.yaml').build.map((tale) => ({ ...tale, says: longer(tale.says) }));
    const { right, said } = await judged(table);
    expect(right, said).toBeGreaterThanOrEqual(11);
  });
});
