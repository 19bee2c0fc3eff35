import { describe, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { hearDanger, incoming, knowledge, takeTurn } from './talk.ts';

describe('short reactions in a row are no hint at self-harm', () => {
  test.each([
    [['why not', 'that little', 'i don’t follow', 'no yes', 'huh', 'too much text']],
    [['what does a doctor cost', 'why so much', 'hm', 'not clear', 'is that all', 'and now']],
    [['really?', 'no way', 'i am lost', 'why', 'nothing more?', 'no']],
    [['yes', 'no', 'maybe', 'i don’t know', 'so what', 'not enough']],
    [['pourquoi', 'si peu ?', 'je comprends rien', 'oui non', 'hein', 'trop long']],
    [['combien coûte un médecin', 'pourquoi autant', 'bof', 'pas clair', 'c’est tout ?', 'et maintenant']],
    [['vraiment ?', 'je suis perdu', 'pourquoi', 'rien d’autre ?', 'non']],
    [['oui', 'non', 'peut-être', 'je sais pas', 'et alors', 'pas assez']],
  ])('%j', async (messages) => {
    let state = freshState;
    for (const [at, message] of messages.entries()) {
      const turn = await takeTurn(incoming(message, at), state);
      expect(turn.trace.danger, message).toBeFalsy();
      state = turn.state;
    }
  });

  test.each(Object.keys(knowledge.reactions))(
    'every phrase of reactions.yaml, after two others: %s',
    async (language) => {
      const phrases = Object.values(knowledge.reactions[language]?.reactions ?? {}).flat();
      const inDanger: string[] = [];
      for (const [n, phrase] of phrases.entries()) {
        const state = { ...freshState, heard: phrases.slice(Math.max(0, n - 2), n) };
        const { trace } = await takeTurn(incoming(phrase, n), state);
        if (trace.danger) inDanger.push(phrase);
      }
      expect(phrases.length).toBeGreaterThan(100);
      expect(inDanger).toEqual([]);
    },
  );
});

// Most are heard as nothing; recall before precision: some are taken for a hint, see docs/safety.md.
test('tales of flats, neighbours and family are never certain, and mostly no danger', () => {
  const calm = [
    'our studio is on the third floor without a lift',
    'My cousin gave me her old bike and a lamp. Now I only need a card. Where do I ask for it?',
    'my roommate urges me to complain to the owner',
    'the girl I share with wants me to write to the agency',
    'the neighbour below says we are noisy',
    'the woman from downstairs came because of the water',
    'my friend waited for me in front of the town hall',
    'she was waiting for me after the lecture',
    'I am staying in the house of my parents',
    'I live in my parents’ flat, who insures it?',
    'le studio est au troisième sans ascenseur',
    'ma coloc me pousse à me plaindre au propriétaire',
    'la dame d’en bas est montée à cause de l’eau',
    'elle m’attendait après le cours',
    'je suis dans la maison de mes parents',
    'ma famille et moi',
    'je vis chez mes parents, qui assure l’appartement ?',
  ];
  const heard = calm.map((text) => hearDanger(text)?.degree ?? 'none');
  expect(heard).not.toContain('certain');
  expect(heard.filter((degree) => degree === 'none').length).toBeGreaterThanOrEqual(10);
});

describe('two or three words without a sign of danger are no danger', () => {
  test.each([
    'it’s Italy',
    'it is Poland',
    'portugal',
    'my brother',
    'è il Cile',
    'es Chile',
    'huitième étage',
    'c’est le Japon',
  ])('%s', (text) => {
    expect(hearDanger(text)).toBeNull();
  });

  test.each(['help dying', 'au secours', 'can’t breathe', 'want to die', 'il saigne beaucoup', 'quiero morir'])(
    'but a sign is heard: %s',
    (text) => {
      expect(hearDanger(text)).not.toBeNull();
    },
  );
});

describe('a small pain beside a question is no danger', () => {
  test.each([
    'my head hurts, how do I register?',
    'I’ve got a headache, where do I upload the passport',
    'my head is aching from this form, what is a birth certificate',
    'mal de tête avec ce site, où je dépose mon passeport',
    'la tête me fait mal avec ce formulaire, c’est quoi un acte de naissance',
  ])('%s', (text) => {
    expect(hearDanger(text)).toBeNull();
  });
});

describe('what of them is still heard is never certain', () => {
  test.each([
    'there is no elevator in the residence, I live on the seventh floor',
    'my family and me',
    'pas d’ascenseur dans la résidence, je suis au septième étage',
    'le voisin du dessous dit qu’on fait du bruit',
    'mon copain m’a attendu devant la mairie',
    'j’ai mal à la tête, comment je m’inscris ?',
  ])('%s', (text) => {
    expect(hearDanger(text)?.degree).not.toBe('certain');
  });
});

describe('what is danger stays danger beside them', () => {
  test.each([
    ['the worst headache of my life, it came like a blow and I cannot see properly', 'life'],
    ['the neighbour from downstairs is waiting behind my door with a knife', 'violence'],
    ['my flatmate pushes me to ask my family for money and he hits me', 'violence'],
    ['mon coloc me pousse à demander de l’argent et il me frappe', 'violence'],
    ['he is waiting for me every evening behind the building, I am afraid', 'violence'],
    ['il m’attend chaque soir derrière l’immeuble, j’ai peur', 'violence'],
    ['my flatmate pushed me down the stairs', 'violence'],
    ['there is smoke from the floor below', 'fire'],
    ['j’ai très mal à la tête d’un coup et je ne vois plus bien', 'life'],
    ['le voisin du dessous m’attend derrière la porte avec un couteau', 'violence'],
    ['mon coloc m’a poussé dans l’escalier', 'violence'],
    ['il y a de la fumée à l’étage du dessous', 'fire'],
  ])('%s', (text, kind) => {
    expect(hearDanger(text)).toMatchObject({ kind });
  });

  test.each([
    [['why', 'what', 'no'], 'i want to die'],
    [['pourquoi', 'si peu', 'non'], 'je ne veux plus vivre'],
    [['why', 'too long', 'no'], 'i see no reason to go on living'],
  ])('after %j: %s', (before, text) => {
    expect(hearDanger(text, before)).toMatchObject({ kind: 'self-harm' });
  });
});

describe('who was taken to hospital and asks about the bill is out of danger', () => {
  test.each([
    'I passed out in the swimming pool in May and was taken to the hospital. Now they send me a bill. Does the insurance pay it?',
    "Je suis tombé dans les pommes au labo et on m'a transporté aux urgences. Maintenant je reçois une facture. Qui la paie ?",
    'Me desmayé en clase y me llevaron a urgencias. Ahora llegó la factura. ¿La paga el seguro?',
    'Sono svenuta in biblioteca e mi hanno portata al pronto soccorso. Adesso è arrivata la fattura. La paga l’assicurazione?',
    'Desmaiei no laboratório e fui levada para o hospital. Agora chegou a conta. O seguro paga?',
    'Ich bin im Labor ohnmächtig geworden und wurde ins Krankenhaus gebracht. Jetzt kommt eine Rechnung. Zahlt das die Versicherung?',
    '我在实验室晕倒了，被送到医院。现在寄来了账单，保险付吗？',
    'أغمي علي في المختبر ونقلوني إلى المستشفى. الآن وصلت الفاتورة. هل يدفعها التأمين؟',
  ])('%s', (text) => {
    expect(hearDanger(text)?.degree).not.toBe('certain');
  });
});

describe('a tale of money or of a partner, without a word of danger, is no clear hint', () => {
  test.each([
    'My uncle keeps my refunds on his own bank account, since I had none here. He forgets to pass them on. Now I opened one of my own. Whom do I give it to?',
    'Mi novia es rumana y vive conmigo desde mayo sin estudiar ni trabajar. No pidió nada en su país antes de venir. ¿La cubre mi número?',
  ])('%s', (text) => {
    expect(hearDanger(text)?.clarity).not.toBe('clear');
  });

  test.each(['nobody would miss me, and the pills are on the table', 'mon copain me frappe quand je rentre tard'])(
    '“%s” is',
    (text) => {
      expect(hearDanger(text)?.clarity).toBe('clear');
    },
  );
});

test('the name of a topic of ours is never certain', () => {
  const titles = [...knowledge.answers.values()].flatMap(({ title }) => Object.values(title));
  expect(titles.length).toBeGreaterThan(1_500);
  expect(titles.filter((title) => hearDanger(title)?.degree === 'certain')).toEqual([]);
});

describe('a tale with a question of ours at its end is no danger', () => {
  test.each([
    'We came by train on Saturday, five of us, and the landlady had baked a cake. Which paper does she need from the insurance?',
    'Hier on a fêté les vingt ans de ma coloc jusqu’à trois heures. Ce matin le facteur m’a réveillé avec une lettre de la CPAM. Il faut y répondre ?',
  ])('%s', (text) => {
    expect(hearDanger(text)).toBeNull();
  });
});

test('after danger an ordinary question is still one', () => {
  expect(hearDanger('how do I register?', ['I want to jump'])).toBeNull();
  expect(hearDanger('comment avoir une carte vitale ?', ['il m’a frappée'])).toBeNull();
});

test('a medicine that is soon finished is no sign of what is certain', async () => {
  const text =
    "Je suis diabétique, j'ai encore deux boîtes d'insuline et c'est bientôt fini. Comment avancer mon dossier ?";
  const { trace } = await takeTurn(incoming(text, 0, { locale: 'fr' }), freshState);
  expect(trace.decision).not.toBe('emergency');
});
