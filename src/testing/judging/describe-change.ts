/** More characters than these make no name. */
const longest = 100;

/** A change in words, `resources.pidsLimit: 0`, and what could not be read; the compliant subject when nothing is different. */
export function describeChange(change: unknown, denied: readonly string[]): string {
  const parts = [...leaves(change, ''), ...denied.map((path) => `${path || '/'} denied`)];
  const words = parts.join(', ') || 'the compliant subject';
  return words.length > longest ? `${words.slice(0, longest)}…` : words;
}

function leaves(value: unknown, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [`${path}: ${value === undefined ? 'absent' : JSON.stringify(value)}`];
  }
  return Object.entries(value).flatMap(([key, below]) =>
    leaves(below, path === '' ? key : `${path}.${key}`),
  );
}
