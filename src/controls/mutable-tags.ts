/** Tags that lead to whatever is newest in some line of work, so that none of them says which release it is. */
export const mutableTags: readonly string[] = [
  'latest',
  'stable',
  'edge',
  'nightly',
  'current',
  'main',
  'master',
  'dev',
  'develop',
  'test',
  'staging',
  'prod',
  'production',
];
