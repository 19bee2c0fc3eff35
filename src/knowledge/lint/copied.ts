import { templatesOf } from '../templates.ts';
import { finding, type Rule } from './finding.ts';
import { gap, ownWords } from './prose.ts';
import { runsOf } from './shingles.ts';

/** No run of eight words is a source document's own: Guichet says facts in its own words. */
export const copied: Rule = ({ shelves, shingles }) =>
  templatesOf(shelves).flatMap(({ file, path, template }) => {
    const [run] = ownWords(template)
      .split(gap)
      .flatMap(runsOf)
      .filter(({ hash }) => shingles.has(hash));
    if (run === undefined) return [];
    return [
      finding('copied', file, path, `"${run.words}" stands in a source document: say it in other words`, {
        key: 'copied',
        values: { words: run.words },
      }),
    ];
  });
