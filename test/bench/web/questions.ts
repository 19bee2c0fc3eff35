/** What a crowd asks under load: short and long answers, a quote, both languages. */
export const questions = [
  'how much does a gp visit cost',
  'do i have to be insured',
  'comment obtenir la carte vitale',
  'how much is 3 months plus responsabilité civile',
  "c'est quoi une mutuelle",
];
