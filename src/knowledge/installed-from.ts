/**
 * Where the package is installed from. This switch alone decides what every paper says of it, and what a new project reads;
 * after a change: npm run examples.
 */
export const installedFrom: 'checkout' | 'npm' = 'checkout';
