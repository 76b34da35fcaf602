type Plain = Readonly<Record<string, unknown>>;

/** Merges objects key by key; lists and scalars of `change` replace those of `base`, and `undefined` takes a key away. */
export function merge(base: unknown, change: unknown): Record<string, unknown> {
  const merged: Record<string, unknown> = isPlain(base) ? { ...base } : {};
  for (const [key, value] of Object.entries(isPlain(change) ? change : {})) {
    const before = merged[key];
    if (value === undefined) delete merged[key];
    else merged[key] = isPlain(before) && isPlain(value) ? merge(before, value) : value;
  }
  return merged;
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
