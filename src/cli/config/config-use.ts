/**
 * How a command comes by its configuration, which is code:
 * - `found-if-trusted`: the one that is named, or else the nearest upwards, where nobody else could have written it;
 * - `never-unless-named`: what only reads evidence looks for none, since evidence comes from others;
 * - `none`: the command has no use for one.
 */
export type ConfigUse = 'found-if-trusted' | 'never-unless-named' | 'none';
