/** Names of processors and systems that have digits in them, where they stand as a part of a tag. */
const platforms =
  /(?<![a-z0-9])(?:amd64|arm64(?:v8)?|arm32(?:v[5-7])?|armv[5-8]l?|aarch64|i[3-6]86|x86(?:[-_]64)?|x64|ppc64(?:le)?|s390x|riscv64|mips64(?:le)?|loong(?:arch)?64|win(?:32|64))(?![a-z0-9])/gi;

/** Whether a tag has a number that may tell a version; that of a platform, as in `latest-amd64`, tells none. */
export const hasVersion = (tag: string): boolean => /\d/.test(tag.replaceAll(platforms, ''));

/**
 * Releases of Debian and Ubuntu by their names: `bookworm` is 12. One that is not out yet changes every day, and is none.
 *
 * @see https://wiki.debian.org/DebianReleases
 * @see https://wiki.ubuntu.com/Releases
 */
const releases: ReadonlySet<string> = new Set([
  ...['squeeze', 'wheezy', 'jessie', 'stretch', 'buster', 'bullseye', 'bookworm', 'trixie'],
  ...['precise', 'trusty', 'xenial', 'bionic', 'cosmic', 'disco', 'eoan', 'focal', 'groovy'],
  ...['hirsute', 'impish', 'jammy', 'kinetic', 'lunar', 'mantic', 'noble', 'oracular', 'plucky'],
  ...['questing', 'resolute'],
]);

/** Images whose version is that of the system in them; of others a tag such as `bookworm` tells no version. */
const systems = /(?:^|\/)(?:debian|ubuntu|buildpack-deps)$/;

/** Whether a tag names the release that an image of Debian or Ubuntu is: `debian:bookworm-slim`. */
export const namesRelease = (repository: string, tag: string): boolean =>
  systems.test(repository) && releases.has(tag.split('-', 1)[0] ?? '');
