/** Those of the capabilities that are not on a list, whichever way the list spells them; `''` when all are. */
export const capabilitiesBeyond = (
  capabilities: readonly string[],
  allowed: readonly string[],
): string =>
  capabilities
    .filter((name) => !allowed.includes(name) && !allowed.includes(`CAP_${name}`))
    .join(', ');
