// Arrays in PostgreSQL's binary format. As text, which is what the driver writes, every quote of a JSON text is escaped
// here and unescaped there, and bytes are written as hexadecimals: that costs more than all checks of a record.

/** Object ids of element types (`pg_type.dat`); they never change. */
const OIDS = { bytea: 17, integer: 23, text: 25, uuid: 2950 } as const;
const HEADER_BYTES = 20;

/**
 * An array of elements of these lengths, each of which `write` puts where it belongs in its binary format. The driver
 * passes a Buffer on as it is, as binary.
 */
function binaryArray(
  type: keyof typeof OIDS,
  lengths: readonly number[],
  write: (array: Buffer, i: number, at: number) => unknown,
): Buffer {
  const size = lengths.reduce((sum, length) => sum + 4 + length, HEADER_BYTES);
  const array = Buffer.allocUnsafe(size);
  // One dimension, no element is null, the type, how many, counted from 1 (`array_recv`).
  for (const [i, word] of [1, 0, OIDS[type], lengths.length, 1].entries()) array.writeInt32BE(word, i * 4);
  let at = HEADER_BYTES;
  for (const [i, length] of lengths.entries()) {
    at = array.writeInt32BE(length, at);
    write(array, i, at);
    at += length;
  }
  return array;
}

/** For a parameter that is cast to `text[]`. */
export function textArray(values: readonly string[]): Buffer {
  const lengths = values.map((value) => Buffer.byteLength(value));
  return binaryArray('text', lengths, (array, i, at) => array.write(values[i] as string, at));
}

/** For `bytea[]`. */
export function byteaArray(values: readonly Uint8Array[]): Buffer {
  return bytesArray('bytea', values);
}

/** For `uuid[]`. What is no UUID has another length, and is refused by the database. */
export function uuidArray(values: readonly string[]): Buffer {
  return bytesArray(
    'uuid',
    values.map((value) => Buffer.from(value.replaceAll('-', ''), 'hex')),
  );
}

function bytesArray(type: 'bytea' | 'uuid', values: readonly Uint8Array[]): Buffer {
  const lengths = values.map(({ length }) => length);
  return binaryArray(type, lengths, (array, i, at) => array.set(values[i] as Uint8Array, at));
}

/** For `integer[]`. */
export function integerArray(values: readonly number[]): Buffer {
  const lengths = values.map(() => 4);
  return binaryArray('integer', lengths, (array, i, at) => array.writeInt32BE(values[i] as number, at));
}
