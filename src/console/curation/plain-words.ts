import type { Finding } from '../../knowledge/lint/finding.ts';
import type { Plain, Problem } from '../../knowledge/problem.ts';
import type { Asked } from '../page.ts';
import { languageNamed } from '../title-of.ts';

/** A finding as a colleague reads it, in the language of the staff room; what only a reader of files can get wrong stays as it is. */
export function plainWords(asked: Pick<Asked, 't' | 'culture'>, { plain, message }: Finding | Problem): string {
  return plain === undefined ? message : asked.t(`finding:${plain.key}`, readable(asked, plain));
}

/** Languages by their names, and what two texts do not share in a sentence. */
function readable({ t, culture }: Pick<Asked, 't' | 'culture'>, { values }: Plain): Plain['values'] {
  const { language, lacks, has } = values;
  const named = language === undefined ? {} : { language: languageNamed({ culture }, String(language)) };
  if (lacks === undefined || has === undefined) return { ...values, ...named };
  const parts = [
    ...(lacks === '' ? [] : [t('finding:lacks', { lacks })]),
    ...(has === '' ? [] : [t('finding:has', { has })]),
  ];
  return { ...values, ...named, differs: parts.length > 0 ? parts.join(' ') : t('finding:other-order') };
}
