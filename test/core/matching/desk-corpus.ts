import { buildWordSet, type Corpus, type CorpusIntent, type LanguageData } from '../../../src/core/matching/index.ts';

/** A small desk in two languages: enough to see each step at work, small enough to train in a moment. */
export const deskCorpus: Corpus = {
  languages: [
    language('en', 'english', [
      'form',
      'from',
      'weather',
      'nice',
      'where',
      'what',
      'the',
      'today',
      'is',
      'it',
      'sunny',
    ]),
    language('fr', 'french', ['temps', 'fait', 'beau', 'quel', 'il', 'la', 'le']),
  ],
  intents: [
    intent('register', {
      en: [
        'how do i register',
        'where can i register for health insurance',
        'registration steps',
        'sign up for social security',
        'i want to register online',
      ],
      fr: [
        'comment m’inscrire',
        'où s’inscrire à la sécurité sociale',
        'étapes de l’inscription',
        'je veux m’inscrire en ligne',
        'inscription sécurité sociale',
      ],
    }),
    intent('doctor-price', {
      en: [
        'how much is a doctor',
        'price of a visit to the doctor',
        'what does a consultation cost',
        'doctor fee',
        'cost of seeing a doctor',
      ],
      fr: [
        'combien coûte un médecin',
        'prix d’une consultation',
        'tarif du médecin',
        'combien pour voir un docteur',
        'coût d’une visite chez le médecin',
      ],
    }),
    intent('european-card', {
      en: [
        'what is the european card',
        'i have an EHIC',
        'is my blue card enough',
        'european health insurance card',
        'using the european card',
      ],
      fr: [
        'c’est quoi la carte européenne',
        'j’ai une CEAM',
        'ma carte européenne suffit-elle',
        'carte européenne d’assurance maladie',
        'utiliser la carte européenne',
      ],
    }),
    intent('contact', {
      en: [
        'phone number of the office',
        'how can i contact you',
        'where is your office',
        'opening hours of the office',
        'email address of the desk',
      ],
      fr: [
        'numéro de téléphone du bureau',
        'comment vous contacter',
        'où est votre bureau',
        'horaires du bureau',
        'adresse e-mail du guichet',
      ],
    }),
    intent('carte-vitale', {
      en: [
        'when will i get my carte vitale',
        'carte vitale not received',
        'how to ask for the carte vitale',
        'carte vitale delay',
        'lost carte vitale',
      ],
      fr: [
        'quand vais-je recevoir ma carte vitale',
        'carte vitale pas reçue',
        'demander la carte vitale',
        'délai carte vitale',
        'carte vitale perdue',
      ],
    }),
    intent('refund', {
      en: [
        'how do i get my money back',
        'refund of medical expenses',
        'when am i reimbursed',
        'reimbursement delay',
        'i was not refunded',
      ],
      fr: [
        'comment être remboursé',
        'remboursement des soins',
        'quand suis-je remboursé',
        'délai de remboursement',
        'je n’ai pas été remboursé',
      ],
    }),
  ],
};

function language(tag: string, stemmer: string, words: readonly string[]): LanguageData {
  return {
    language: tag,
    stemmer,
    compoundLinks: [],
    synonyms: [
      [
        'EHIC',
        'CEAM',
        'european health insurance card',
        'european card',
        'blue card',
        "carte européenne d'assurance maladie",
        'carte européenne',
      ],
    ],
    abbreviations: tag === 'en' ? { u: 'you', pls: 'please' } : { jai: "j'ai", cb: 'combien' },
    domainTerms: ['carte vitale', 'EHIC', 'CEAM'],
    framing: tag === 'en' ? ['good morning', '(could|can) you tell me', '…'] : ['bonjour', 'pourriez-vous me dire'],
    words: buildWordSet(words),
    background:
      tag === 'en'
        ? ['the weather is nice today', 'who won the match', 'play some music']
        : ['il fait beau', 'qui a gagné le match', 'mets de la musique'],
  };
}

function intent(id: string, phrasings: Readonly<Record<string, readonly string[]>>): CorpusIntent {
  return {
    id,
    kind: 'answer',
    phrasings: Object.entries(phrasings).flatMap(([tag, texts]) => texts.map((text) => ({ text, language: tag }))),
    bodies: [],
  };
}
