/** A list under a name, or nothing at all where it is empty: formats refuse an empty list. */
export const listed = (
  name: string,
  items: readonly unknown[],
): Readonly<Record<string, unknown>> => (items.length === 0 ? {} : { [name]: items });
