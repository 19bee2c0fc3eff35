import { describe, expect, test } from 'vitest';
import { thingsNamed } from '../../src/conversation/reading/name-things.ts';
import { freshState } from '../../src/conversation/state.ts';
import { incoming, knowledge, oneAfterTheOther, takeTurn } from './talk.ts';

async function topicsOf(text: string, locale: string): Promise<readonly string[]> {
  const { trace } = await takeTurn(incoming(text, 0, { locale }), freshState);
  return trace.intents.map(({ intent }) => intent ?? '');
}

describe('several things asked about by their names', () => {
  test.each([
    ['en', 'what is the CVEC and a mutuelle', ['cvec', 'mutuelle-what']],
    ['en', 'CSS vs mutuelle vs RC, differences?', ['complementaire-sante-solidaire', 'mutuelle-what', 'rc-what']],
    ['fr', 'PUMa, CSS et CVEC : quelle différence ?', ['puma', 'complementaire-sante-solidaire', 'cvec']],
    ['fr', "expliquez-moi la RC et la mutuelle s'il vous plaît", ['rc-what', 'mutuelle-what']],
    ['de', 'was ist der Unterschied zwischen CSS und CVEC', ['complementaire-sante-solidaire', 'cvec']],
    ['es', 'qué diferencia hay entre la CVEC y la RC', ['cvec', 'rc-what']],
    ['it', 'che differenza c’è tra RC e mutuelle', ['rc-what', 'mutuelle-what']],
    ['pt', 'o que são a CSS e a mutuelle', ['complementaire-sante-solidaire', 'mutuelle-what']],
    ['zh', 'RC和CSS有什么不同', ['rc-what', 'complementaire-sante-solidaire']],
    ['ar', 'ما الفرق بين RC و CVEC', ['rc-what', 'cvec']],
  ])('%s: %s', async (locale, text, topics) => {
    expect(await topicsOf(text, locale)).toEqual(topics);
  });

  test.each([
    ['en', 'what is the CVEC'],
    ['en', 'CVEC and mutuelle'],
    ['en', 'what is the CVEC and when do I pay the mutuelle'],
    ['en', 'who pays the difference between CPAM and mutuelle after an operation'],
    ['fr', 'quelle différence de prix'],
  ])('no more than one is asked of, or something else (%s): %s', (language, text) => {
    expect(thingsNamed({ knowledge, language }, text)).toBeNull();
  });
});

describe('what is asked of both right after', () => {
  test.each([
    ['en', 'what are CVEC and mutuelle', 'must I pay both?'],
    ['fr', "c'est quoi la CVEC et la mutuelle", 'faut-il payer les deux ?'],
    ['de', 'was sind CVEC und mutuelle', 'muss ich beides zahlen?'],
    ['it', 'che differenza tra CVEC e mutuelle', 'pago tutti e due?'],
    ['zh', 'CVEC和mutuelle是什么', '两个都要付吗'],
  ])('is asked of each (%s)', async (locale, first, second) => {
    const [, { trace }] = await oneAfterTheOther(locale, first, second);
    expect(trace).toMatchObject({ listener: 'things', intent: 'cvec' });
  });
});
