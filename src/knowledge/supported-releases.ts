/**
 * Which releases of Docker Engine still get fixes, as the project's own table said on a day.
 *
 * @see https://github.com/moby/moby/blob/master/project/BRANCHES-AND-TAGS.md
 */
export const supportedReleases = {
  /** The day on which the table was read, ISO 8601. */
  asOf: '2026-05-31',
  /** The oldest release that it had as maintained. */
  minimum: '29.0.0',
} as const;
