import { AppError } from '../../core/errors.ts';
import { nameOf } from './name-of.ts';

/** `dialogs/index.ts` with one form more, last in the list: of equals the first is taken. */
export function withForm(text: string, id: string): string {
  const [before, named, after, ...more] = text.split(/(?<=forms: readonly FormDefinition\[\] = )\[([^\]]*)\]/);
  if (before === undefined || named === undefined || after === undefined || more.length > 0)
    throw new AppError(
      'input/not-supported',
      'dialogs/index.ts has no list that can be added to: nothing was written.',
    );
  const name = nameOf(id);
  const forms = [...named.split(',').map((form) => form.trim()), name].filter((form) => form !== '');
  const inOneLine = `[${forms.join(', ')}]`;
  const lastLine = before.split('\n').at(-1) ?? '';
  // As the formatter has it.
  const list =
    `${lastLine}${inOneLine};`.length <= 120 ? inOneLine : `[\n${forms.map((form) => `  ${form},\n`).join('')}]`;
  return `import { ${name} } from './${id}/form.ts';\n${before}${list}${after}`;
}
