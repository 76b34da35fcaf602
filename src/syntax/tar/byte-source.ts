import { malformed } from './tar-problem.ts';

/** Bytes as they come; a chunk is valid only until the next is asked for. */
export type Chunks = AsyncIterable<Buffer> | Iterable<Buffer>;

/** Bytes that are read once, from the beginning to the end. */
export interface ByteSource {
  /**
   * The next bytes, valid until the next call; `null` at the end.
   *
   * @throws SyntaxProblem when it ends amid them
   */
  readonly take: (length: number) => Promise<Buffer | null>;
  /** The next bytes, in chunks; whatever the consumer leaves is passed over by {@link ByteSource.skip}. */
  readonly body: (length: number) => AsyncGenerator<Buffer, void>;
  /** Passes over bytes. */
  readonly skip: (length: number) => Promise<void>;
  /** Passes over everything that is left. */
  readonly drain: () => Promise<void>;
  /** Lets go of what the bytes come from, however far it was read. */
  readonly close: () => Promise<void>;
}

/** Reads chunks as one run of bytes, without copying more than what lies across two of them. */
export function createByteSource(chunks: Chunks): ByteSource {
  const iterator =
    Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  let rest: Buffer = Buffer.alloc(0);
  let failure: { readonly error: unknown } | undefined;

  const nextChunk = async (): Promise<IteratorResult<Buffer, unknown>> => {
    // An iterator that has thrown says from then on that it is at its end, which these bytes never reached.
    if (failure) throw failure.error;
    try {
      return await iterator.next();
    } catch (error) {
      failure = { error };
      throw error;
    }
  };
  /** Makes sure that something is there; answers whether it is. */
  const fill = async (): Promise<boolean> => {
    while (rest.length === 0) {
      const next = await nextChunk();
      if (next.done === true) return false;
      rest = next.value;
    }
    return true;
  };
  const cut = (length: number): Buffer => {
    const part = rest.subarray(0, length);
    rest = rest.subarray(part.length);
    return part;
  };
  async function* body(length: number): AsyncGenerator<Buffer, void> {
    for (let left = length; left > 0;) {
      if (!(await fill())) throw malformed('it ends in the middle of a file');
      const part = cut(left);
      left -= part.length;
      yield part;
    }
  }
  const skip = async (length: number): Promise<void> => {
    for (let left = length; left > 0;) {
      if (!(await fill())) throw malformed('it ends in the middle of a file');
      left -= cut(left).length;
    }
  };
  return {
    body,
    skip,
    take: async (length) => {
      if (!(await fill())) return null;
      if (rest.length >= length) return cut(length);
      // Callers bound what they take, so that this cannot be made to fill the memory.
      const whole = Buffer.allocUnsafe(length);
      let at = 0;
      for await (const part of body(length)) {
        part.copy(whole, at);
        at += part.length;
      }
      return whole;
    },
    drain: async () => {
      while (await fill()) rest = Buffer.alloc(0);
    },
    close: async () => {
      await iterator.return?.();
    },
  };
}
