import { expect, test } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import { describeError } from '../../../src/log.ts';

/** What JSON.parse throws quotes what it was given. */
function quoting(text: string): Error {
  try {
    JSON.parse(text);
  } catch (problem) {
    return problem as Error;
  }
  throw new AppError('bug/unreachable', 'That was JSON.');
}

test('an error of ours is logged with its code, its details and its cause', () => {
  const problem = new AppError(
    'storage/failed',
    'Could not save.',
    { work: 'save' },
    new TypeError('x is not a function'),
  );
  expect(describeError(problem)).toMatchObject({
    type: 'AppError',
    code: 'storage/failed',
    message: 'Could not save.',
    details: { work: 'save' },
    cause: { type: 'TypeError', message: 'x is not a function' },
  });
});

test('the message of a foreign error may quote what a person wrote, so it is left out; where it happened is not', () => {
  const described = describeError(quoting('my leg is broken'));
  expect(described).toMatchObject({
    type: 'SyntaxError',
    at: expect.arrayContaining([expect.stringContaining('log.test.ts')]) as unknown,
  });
  expect(JSON.stringify(described)).not.toContain('leg');
});

test('the same inside an error of ours', () => {
  const problem = new AppError('turn/failed', 'The turn failed.', {}, quoting('my leg is broken'));
  expect(JSON.stringify(describeError(problem))).not.toContain('leg');
});

test('what is thrown without being an error is logged by its type', () => {
  expect(describeError('my leg is broken')).toBe('string');
});
