/** Bytes written at once. */
const portion = 1 << 16;

/**
 * Hands pieces on in portions of one size, as bytes that stay the same only until `write` is done: no piece is kept,
 * so that a long output takes no more memory than a short one.
 */
export async function gather(
  pieces: Iterable<string> | AsyncIterable<Uint8Array>,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  if (Symbol.asyncIterator in pieces) {
    for await (const piece of pieces) await write(piece);
    return;
  }
  const encoder = new TextEncoder();
  const room = new Uint8Array(portion);
  let used = 0;
  for (let piece of pieces) {
    for (;;) {
      const { read, written } = encoder.encodeInto(piece, room.subarray(used));
      used += written;
      if (read === piece.length) break;
      await write(room.subarray(0, used));
      used = 0;
      piece = piece.slice(read);
    }
  }
  if (used > 0) await write(room.subarray(0, used));
}
