// Arrays in PostgreSQL's binary format. As text, which is what the driver writes, every quote of a JSON text is escaped
// here and unescaped there, and bytes are written as hexadecimals: that costs more than all checks of a record.

/** Object ids of element types (`pg_type.dat`); they never change. */
const OIDS = { bytea: 17, integer: 23, text: 25, uuid: 2950 } as const;
const HEADER_BYTES = 20;

/** An array whose elements are in their binary format already. The driver passes a Buffer on as it is, as binary. */
function binaryArray(type: keyof typeof OIDS, elements: readonly Uint8Array[]): Buffer {
  const size = elements.reduce((sum, { length }) => sum + 4 + length, HEADER_BYTES);
  const array = Buffer.allocUnsafe(size);
  // One dimension, no element is null, the type, how many, counted from 1 (`array_recv`).
  for (const [i, word] of [1, 0, OIDS[type], elements.length, 1].entries()) array.writeInt32BE(word, i * 4);
  let at = HEADER_BYTES;
  for (const element of elements) {
    at = array.writeInt32BE(element.length, at);
    array.set(element, at);
    at += element.length;
  }
  return array;
}

/** For a parameter that is cast to `text[]`. */
export function textArray(values: readonly string[]): Buffer {
  return binaryArray(
    'text',
    values.map((value) => Buffer.from(value)),
  );
}

/** For `bytea[]`. */
export function byteaArray(values: readonly Uint8Array[]): Buffer {
  return binaryArray('bytea', values);
}

/** For `uuid[]`. */
export function uuidArray(values: readonly string[]): Buffer {
  return binaryArray(
    'uuid',
    values.map((value) => Buffer.from(value.replaceAll('-', ''), 'hex')),
  );
}

/** For `integer[]`. */
export function integerArray(values: readonly number[]): Buffer {
  return binaryArray(
    'integer',
    values.map((value) => {
      const bytes = Buffer.allocUnsafe(4);
      bytes.writeInt32BE(value);
      return bytes;
    }),
  );
}
