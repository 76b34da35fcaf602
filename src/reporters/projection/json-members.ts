type Members = Readonly<Record<string, unknown>>;

const own: unique symbol = Symbol('members');

/** An object within another whose generators are written as lists too. */
export const nested = (members: Members): { readonly [own]: Members } => ({ [own]: members });

const isNested = (value: unknown): value is ReturnType<typeof nested> =>
  typeof value === 'object' && value !== null && own in value;

/**
 * Writes the members of a JSON object without its braces. A member that is a generator is written as a list, an
 * item at a time, and is left out when it yields nothing, since formats refuse an empty list.
 */
export function* membersOf(members: Members): Generator<string> {
  let comma = '';
  for (const [key, value] of Object.entries(members)) {
    const head = `${comma}${JSON.stringify(key)}:`;
    if (isNested(value)) {
      yield `${head}{`;
      yield* membersOf(value[own]);
      yield '}';
    } else if (!isGenerator(value)) {
      yield head + JSON.stringify(value);
    } else {
      let before = `${head}[\n`;
      for (const item of value) {
        yield before + JSON.stringify(item);
        before = ',\n';
      }
      if (before !== ',\n') continue;
      yield ']';
    }
    comma = ',';
  }
}

const isGenerator = (value: unknown): value is Generator =>
  typeof value === 'object' && value !== null && 'next' in value && Symbol.iterator in value;
