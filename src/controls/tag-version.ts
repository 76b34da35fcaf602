/** Names of processors and systems that have digits in them, where they stand as a part of a tag. */
const platforms =
  /(?<![a-z0-9])(?:amd64|arm64(?:v8)?|arm32(?:v[5-7])?|armv[5-8]l?|aarch64|i[3-6]86|x86(?:[-_]64)?|x64|ppc64(?:le)?|s390x|riscv64|mips64(?:le)?|loong(?:arch)?64|win(?:32|64))(?![a-z0-9])/gi;

/** Whether a tag has a number that may tell a version; that of a platform, as in `latest-amd64`, tells none. */
export const hasVersion = (tag: string): boolean => /\d/.test(tag.replaceAll(platforms, ''));
