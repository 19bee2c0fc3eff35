import { describe } from 'vitest';
import { scripts } from './scripts.ts';

describe('after talk of the European card a card is that one', () => {
  scripts(
    [
      ['what does the EHIC cover', 'my card got stolen', 'ehic-forgotten'],
      ['que couvre la carte européenne', 'on m’a volé ma carte', 'ehic-forgotten'],
      ['was deckt die EHIC ab', 'die Karte habe ich verloren', 'ehic-forgotten'],
      ['che cosa copre la TEAM', 'e se ho perso la tessera', 'ehic-forgotten'],
      ['how do I get the carte Vitale', 'and if I lost my card', 'carte-vitale-lost'],
      ['what does the EHIC cover', 'I lost my carte Vitale', 'carte-vitale-lost'],
    ].map(([first = '', then = '', intent = '']) => [
      `${first} … ${then}`,
      [
        [first, {}],
        [then, { intent }],
      ],
    ]),
  );
});
