/** Adds members to an object; each is computed when it is first read and stays from then on. */
export function lazily<Known extends object, Rest extends object>(
  known: Known,
  makers: { readonly [Key in keyof Rest]: () => Rest[Key] },
): Known & Rest {
  for (const [key, make] of Object.entries<() => unknown>(makers)) {
    Object.defineProperty(known, key, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = make();
        Object.defineProperty(known, key, { enumerable: true, value });
        return value;
      },
    });
  }
  // The loop has given it every one of them.
  return known as Known & Rest;
}
