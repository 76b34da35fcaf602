/** The digest that the name of a part says it is, as in an OCI layout; `undefined` when it says none. */
export function digestIn(name: string): string | undefined {
  const [, hex] = /(?:^|\/)(?:blobs\/sha256\/([0-9a-f]{64}))$/.exec(name) ?? [];
  return hex === undefined ? undefined : `sha256:${hex}`;
}
