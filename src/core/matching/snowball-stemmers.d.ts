declare module 'snowball-stemmers' {
  const snowball: {
    algorithms(): string[];
    newStemmer(name: string): { stem(word: string): string };
  };
  export default snowball;
}
