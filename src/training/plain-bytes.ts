import { DefaultDeserializer, DefaultSerializer } from 'node:v8';

/**
 * Plain data as bytes: first its typed arrays, as they lie in memory, then all the rest as V8 writes it. Who reads them has
 * the arrays as views of the bytes, without a copy.
 */
export function packPlain(value: unknown): Uint8Array {
  const writer = new PlainWriter();
  writer.writeHeader();
  writer.writeValue(value);
  const rest = writer.releaseBuffer();
  const start = writer.arrays.reduce((at, { byteLength }) => aligned(at + byteLength), headBytes);
  const bytes = new Uint8Array(start + rest.length);
  new DataView(bytes.buffer).setUint32(0, start);
  let at = headBytes;
  for (const { buffer, byteOffset, byteLength } of writer.arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at = aligned(at + byteLength);
  }
  bytes.set(rest, start);
  return bytes;
}

/** @param bytes what `packPlain` made, at a place that eight divides */
export function unpackPlain(bytes: Uint8Array): unknown {
  const start = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const reader = new PlainReader(bytes.subarray(start), bytes);
  reader.readHeader();
  return reader.readValue();
}

type Numbers = InstanceType<(typeof kinds)[number]>;
const kinds = [Uint8Array, Int8Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array] as const;

class PlainWriter extends DefaultSerializer {
  readonly arrays: Numbers[] = [];

  /** Called by V8 for each typed array. */
  _writeHostObject(array: Numbers): void {
    this.arrays.push(array);
    this.writeUint32(kinds.findIndex((kind) => array instanceof kind));
    this.writeUint32(array.length);
  }
}

class PlainReader extends DefaultDeserializer {
  readonly #bytes: Uint8Array;
  #at = headBytes;

  constructor(rest: Uint8Array, bytes: Uint8Array) {
    super(rest);
    this.#bytes = bytes;
  }

  /** Called by V8 where an array was written, in the same order. */
  _readHostObject(): Numbers {
    const kind = kinds[this.readUint32()] ?? Uint8Array;
    const { buffer, byteOffset } = this.#bytes;
    const array = new kind(buffer as ArrayBuffer, byteOffset + this.#at, this.readUint32());
    this.#at = aligned(this.#at + array.byteLength);
    return array;
  }
}

function aligned(at: number): number {
  return Math.ceil(at / 8) * 8;
}

const headBytes = 8;
