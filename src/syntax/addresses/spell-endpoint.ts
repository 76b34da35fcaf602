/** A host with its port, as people write it. */
export const spellPlace = (host: string, port: number): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
