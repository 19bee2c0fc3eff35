// NLP.js ships no types: these are the parts that the comparison uses.
declare module '@nlpjs/basic' {
  export type Nlp = {
    settings: Record<string, unknown>;
    addLanguage(language: string): void;
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(language: string, text: string): Promise<{ classifications: { intent: string; score: number }[] }>;
  };
  export function dockStart(options: object): Promise<{
    get(name: 'nlp'): Nlp;
    getContainer(): { use(plugin: unknown): void };
  }>;
}
declare module '@nlpjs/lang-fr' {
  export const LangFr: unknown;
}
