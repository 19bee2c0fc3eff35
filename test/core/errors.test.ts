import { expect, test } from 'vitest';
import { AppError, unreachable } from '../../src/core/errors.ts';

test('an error has its code, its details and what it came from', () => {
  const cause = new RangeError('before');
  expect(new AppError('input/invalid', 'No such file.', { path: 'file' }, cause)).toMatchObject({
    name: 'AppError',
    code: 'input/invalid',
    details: { path: 'file' },
    cause,
  });
  expect(new AppError('input/invalid', 'No such file.')).not.toHaveProperty('cause');
});

test('what cannot be reached says what was there', () => {
  expect(() => unreachable('a third way' as never)).toThrow(
    expect.objectContaining({ code: 'bug/unreachable', message: 'Unexpected value "a third way"' }) as Error,
  );
});
