/**
 * The places of hashes from the least to the greatest, of equal ones the first first. Texts that take their turns so keep their
 * order when there is one more or fewer: learning anew moves little.
 */
export function inTurn(hashes: Int32Array): Int32Array {
  // Hash and place in one number below 2⁵³, so that one native sort orders both.
  const keys = Float64Array.from(hashes, (hash, place) => hash * placeRange + place).sort();
  return Int32Array.from(keys, (key) => key - Math.floor(key / placeRange) * placeRange);
}

const placeRange = 2 ** 21;
