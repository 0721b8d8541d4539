import { MAX_RECORD_BYTES } from '@consentry/receipts';
import { HttpProblem } from './http-problem.js';

/** The body's text, exactly as it came. Reads no further than a record, or what is asked for, may be long. */
export async function readBody(request: Request, mostBytes = MAX_RECORD_BYTES): Promise<string> {
  if (Number(request.headers.get('content-length')) > mostBytes) throw tooLarge(mostBytes);
  // An HTTP server holds a body to the length that was announced, and reading it at once costs a fifth.
  if (request.headers.has('content-length')) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    if (bytes.byteLength > mostBytes) throw tooLarge(mostBytes);
    return toText(bytes);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.byteLength;
    if (length > mostBytes) {
      await reader?.cancel();
      throw tooLarge(mostBytes);
    }
    chunks.push(read.value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return toText(bytes);
}

// Neither repaired nor stripped: what is stored and hashed is what came.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function toText(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new HttpProblem(400, 'invalid-utf8', 'The body is not UTF-8.');
  }
}

function tooLarge(mostBytes: number) {
  return new HttpProblem(413, 'too-large', `This may have at most ${mostBytes} bytes.`);
}
