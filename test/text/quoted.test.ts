import { describe, expect, test } from 'vitest';
import { withoutQuoted } from '../../src/text/quoted.ts';

describe('what a text quotes', () => {
  test.each([
    ['it says "votre compte est bloqué", why?', 'it says '],
    ['ils écrivent « your file is closed » hier', 'ils écrivent '],
    ['da steht „vos droits sont clos“ heute', 'da steht '],
    ['me pone “dossier en cours d’examen” ya', 'me pone '],
    ['上面写着「votre compte est bloqué」吗', '上面写着'],
  ])('%s', (text, before) => {
    const rest = withoutQuoted(text);
    expect(rest).toHaveLength(text.length);
    expect(rest.startsWith(before)).toBe(true);
    expect(rest).not.toMatch(/bloqué|closed|clos|examen/u);
  });

  test.each(['the "carte Vitale" please', 'my friend\'s card, 5" long', '"votre compte est bloqué"', 'no quotation'])(
    'of no line by somebody else: %s',
    (text) => {
      expect(withoutQuoted(text)).toBe(text);
    },
  );
});
