type Numbers = Int32Array | Float32Array | Float64Array;

/**
 * Keeps the first `count` of some numbers, those of one text behind those of the last, in large arrays: with an array for each
 * of a hundred thousand texts, memory outside the heap grows by so many small pieces that it is tidied again and again.
 * @param make zeros, so many
 */
export function createKeeper<Some extends Numbers>(make: (length: number) => Some) {
  let room = make(0);
  let used = 0;
  return (numbers: Some, count: number): Some => {
    if (room.length - used < count) {
      room = make(Math.max(roomAtOnce, count));
      used = 0;
    }
    const kept = room.subarray(used, used + count) as Some;
    for (let i = 0; i < count; i++) kept[i] = numbers[i] as number;
    used += count;
    return kept;
  };
}

/** The same numbers, with the room of `longer` behind them. */
export function withRoom<Some extends Numbers>(numbers: Some, longer: Some): Some {
  longer.set(numbers);
  return longer;
}

/** The features of a hundred texts. */
const roomAtOnce = 1 << 14;
