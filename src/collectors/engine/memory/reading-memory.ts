/**
 * What was read of one engine, each reading by its name: an answer by its endpoint, and what was seen on the host by what it is
 * about. Who watches an engine reads again what it forgot; all else is put together from what is here, by the same code.
 */
export interface ReadingMemory {
  /**
   * What was read before; `undefined` where it has to be read. A second question in one reading wants to know anew, and finds
   * nothing either.
   */
  readonly recall: (name: string) => unknown;
  readonly remember: (name: string, value: unknown) => void;
}

/** A memory as its owner sees it. */
export interface OwnMemory extends ReadingMemory {
  /** Begins a reading: what is forgotten, or was not asked for in the last one, is read anew. */
  readonly begin: (isForgotten: (name: string) => boolean) => void;
  /** All that is remembered, as it is now. */
  readonly all: () => ReadonlyMap<string, unknown>;
}

/** For a reading that stands alone. */
export const noMemory: ReadingMemory = { recall: () => undefined, remember: () => {} };

/** Makes an empty memory. */
export function createMemory(): OwnMemory {
  const known = new Map<string, unknown>();
  let asked = new Set<string>();
  return {
    recall: (name) => {
      if (asked.has(name)) return undefined;
      asked.add(name);
      return known.get(name);
    },
    remember: (name, value) => {
      asked.add(name);
      known.set(name, value);
    },
    begin: (isForgotten) => {
      for (const name of known.keys()) {
        if (!asked.has(name) || isForgotten(name)) known.delete(name);
      }
      asked = new Set();
    },
    all: () => new Map(known),
  };
}

/**
 * Reads something, or gives what was read of it before.
 *
 * @param isWhole whether it is worth remembering: what failed is tried again
 */
export async function recallOr<T>(
  memory: ReadingMemory,
  name: string,
  isWhole: (value: T) => boolean,
  read: () => Promise<T>,
): Promise<T> {
  const known = memory.recall(name);
  // Under a name stands what was remembered there, which the same line wrote.
  if (known !== undefined) return known as T;
  const value = await read();
  if (isWhole(value)) memory.remember(name, value);
  return value;
}
