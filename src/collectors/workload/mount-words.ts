/** What can be mounted. */
export const mountTypes = ['bind', 'volume', 'tmpfs', 'npipe', 'cluster', 'image'] as const;

/** How mounts made later spread; `''` is the engine's default. */
export const propagations = [
  '',
  'private',
  'rprivate',
  'slave',
  'rslave',
  'shared',
  'rshared',
] as const;
