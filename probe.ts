import { knowledge, takeTurn, incoming } from './test/conversation/talk.ts';
import { corpusOf } from './src/knowledge/corpus.ts';
import { trainedMatcher } from './src/training/trained-matcher.ts';
const m = await trainedMatcher(corpusOf(knowledge), 'var');
for (const line of (await import('node:fs')).readFileSync(0,'utf8').split('\n').filter(Boolean)) {
  const [lang, text] = [line.slice(0,2), line.slice(3)];
  const r = m.match(text, {language: lang});
  console.log(text.slice(0,90), '=>', r.kind, r.ranked.slice(0,4).map((x)=>x.intent+' '+x.score.toFixed(2)).join(', '));
}
