/** What twenty students say, line by line. `locale` is what their device speaks. */
export const conversations: readonly {
  readonly title: string;
  readonly locale: 'en' | 'fr';
  readonly says: readonly string[];
  /** Why a mailbox answers it in another way: a letter is no chat. */
  readonly notAsLetters?: string;
}[] = [
  {
    title: 'a Brazilian for ten months',
    locale: 'en',
    says: ['do i need to register im brazilian staying 10 months', 'no', 'why', 'what is the EHIC?'],
  },
  {
    title: 'une Canadienne du Québec',
    locale: 'fr',
    says: ['Dois-je m’inscrire ? Je viens du Québec pour 4 mois', 'non', 'je ne sais pas'],
  },
  { title: 'a German with a card', locale: 'en', says: ['check my situation', 'German', 'yes', '6 months', 'no'] },
  {
    title: 'a change of mind',
    locale: 'en',
    says: ['check my situation', 'I am Italian', 'no, I meant Canada', 'back', 'cancel'],
  },
  { title: 'a quote', locale: 'en', says: ['how much is 3 months plus responsabilité civile'] },
  { title: 'un devis pas à pas', locale: 'fr', says: ['je voudrais un devis', 'les deux', '3 mois'] },
  {
    title: 'a refund with its sum',
    locale: 'en',
    says: ['how much comes back from a visit to the doctor?', 'and with a specialist?'],
  },
  {
    title: 'un remboursement',
    locale: 'fr',
    says: ['combien coûte une consultation chez le médecin ?', 'et la mutuelle ?'],
  },
  {
    title: 'a tale that ends in danger, in a language that is not answered',
    locale: 'en',
    says: [
      `${'Der Umzug war lang und die Straße war ruhig. '.repeat(20)}Jetzt atmet mein Nachbar nicht mehr.`,
      'danke',
    ],
  },
  {
    title: 'danger in the middle of a form, which goes on afterwards',
    locale: 'en',
    says: ['check my situation', 'wait, my flatmate is unconscious on the floor', 'no', 'Brazilian'],
  },
  {
    title: 'words of danger',
    locale: 'en',
    says: ['I want to kill myself', 'thank you'],
    notAsLetters: 'a letter that only thanks is not answered',
  },
  { title: 'un accident', locale: 'fr', says: ['mon ami ne respire plus'] },
  { title: 'a person, please', locale: 'en', says: ['talk to a person', 'how long does the carte vitale take?'] },
  { title: 'une personne', locale: 'fr', says: ['je veux parler à une personne'] },
  {
    title: 'two questions at once',
    locale: 'en',
    says: ['How do I register? And how much does a doctor cost?'],
    notAsLetters: 'each question of a letter has its own heading and its own turn',
  },
  {
    title: 'not our subject',
    locale: 'en',
    says: ['where can I rent a bicycle?', 'what is the best pizza in town?'],
    notAsLetters: 'what is not ours is left to a colleague to write',
  },
  { title: 'which one', locale: 'en', says: ['card', '1'] },
  {
    title: 'another language in between',
    locale: 'en',
    says: ['what is a mutuelle?', 'en français svp', 'in english please'],
  },
  { title: 'did it help', locale: 'en', says: ['what is the CVEC?', 'no', 'it was about last year'] },
  {
    title: 'what is known',
    locale: 'en',
    says: ['check my situation', 'Brazilian', 'what do you know about me?', 'delete my data'],
  },
  {
    title: 'nothing to read',
    locale: 'en',
    says: ['🤒🤒', 'hello', 'help'],
    notAsLetters: 'a letter without a word is not answered',
  },
  {
    title: 'une langue que nous ne parlons pas',
    locale: 'fr',
    says: ['wie melde ich mich bei der Sozialversicherung an?', 'bonjour'],
    notAsLetters: 'a letter that only greets is not answered',
  },
];
