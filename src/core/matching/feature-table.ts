/** Hashed features → consecutive ids: open addressing over typed arrays, a quarter of the memory of a map of strings. */
export type FeatureTable = { readonly keys: Int32Array; readonly ids: Int32Array; readonly mask: number };

/** The id of a feature, or −1 when training never saw it. */
export function featureId(table: FeatureTable, hash: number): number {
  const key = hash | 0 || 1;
  let slot = key & table.mask;
  for (;;) {
    const found = table.keys[slot] as number;
    if (found === key) return table.ids[slot] as number;
    if (found === 0) return -1;
    slot = (slot + 1) & table.mask;
  }
}

/** Gives each new hash the next id; `freeze` when training has seen everything. */
export class FeatureTableBuilder {
  size = 0;
  #keys = new Int32Array(1 << 10);
  #ids = new Int32Array(1 << 10);

  idOf(hash: number): number {
    const key = hash | 0 || 1;
    const slot = this.#slotOf(key);
    if (this.#keys[slot] === key) return this.#ids[slot] as number;
    this.#keys[slot] = key;
    this.#ids[slot] = this.size++;
    if (this.size * 2 > this.#keys.length) this.#grow();
    return this.size - 1;
  }

  freeze(): FeatureTable {
    return { keys: this.#keys, ids: this.#ids, mask: this.#keys.length - 1 };
  }

  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = key & mask;
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, ids] = [this.#keys, this.#ids];
    this.#keys = new Int32Array(keys.length * 2);
    this.#ids = new Int32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      if (key === 0) continue;
      const slot = this.#slotOf(key);
      this.#keys[slot] = key;
      this.#ids[slot] = ids[i] as number;
    }
  }
}
