/**
 * Writes the members of a JSON object without its braces. A member that is a generator is written as a list, an
 * item at a time, and is left out when it yields nothing, since formats refuse an empty list.
 */
export function* membersOf(members: Readonly<Record<string, unknown>>): Generator<string> {
  let comma = '';
  for (const [key, value] of Object.entries(members)) {
    const head = `${comma}${JSON.stringify(key)}:`;
    if (!isGenerator(value)) {
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
