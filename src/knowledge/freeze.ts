import { AppError } from '../core/errors.ts';

/** Freezes a value and all in it, maps included: what every conversation reads, none may change. Returns the same value. */
export function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  // The elements of a typed array cannot be frozen.
  if (ArrayBuffer.isView(value)) return value;
  if (value instanceof Map) {
    for (const held of value.values()) freezeDeep(held);
    Object.assign(value, { set: refuseWrite, delete: refuseWrite, clear: refuseWrite });
  } else {
    for (const held of Object.values(value)) freezeDeep(held);
  }
  return Object.freeze(value);
}

function refuseWrite(): never {
  throw new AppError('bug/unreachable', 'The knowledge is read-only: load it anew instead of changing it');
}
