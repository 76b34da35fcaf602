/**
 * Until when systems get their fixes without a contract, as it was known in July 2026: ISO 8601
 * dates, by `ID` and `VERSION_ID` of os-release. Debian’s are those of its long-term support, Ubuntu’s of
 * its standard support.
 *
 * @see https://wiki.debian.org/LTS
 * @see https://ubuntu.com/about/release-cycle
 * @see https://alpinelinux.org/releases/
 * @see https://access.redhat.com/support/policy/updates/errata
 * @see https://aws.amazon.com/linux/amazon-linux-2023/faqs/
 */
export const supportEnds: Readonly<Record<string, string>> = {
  'alpine 3.3': '2017-11-01',
  'alpine 3.4': '2018-05-01',
  'alpine 3.5': '2018-11-01',
  'alpine 3.6': '2019-05-01',
  'alpine 3.7': '2019-11-01',
  'alpine 3.8': '2020-05-01',
  'alpine 3.9': '2020-11-01',
  'alpine 3.10': '2021-05-01',
  'alpine 3.11': '2021-11-01',
  'alpine 3.12': '2022-05-01',
  'alpine 3.13': '2022-11-01',
  'alpine 3.14': '2023-05-01',
  'alpine 3.15': '2023-11-01',
  'alpine 3.16': '2024-05-23',
  'alpine 3.17': '2024-11-22',
  'alpine 3.18': '2025-05-09',
  'alpine 3.19': '2025-11-01',
  'alpine 3.20': '2026-04-01',
  'alpine 3.21': '2026-11-01',
  'alpine 3.22': '2027-05-01',
  'alpine 3.23': '2027-11-01',
  'almalinux 8': '2029-05-31',
  'almalinux 9': '2032-05-31',
  'amzn 2': '2026-06-30',
  'amzn 2023': '2028-03-15',
  'centos 6': '2020-11-30',
  'centos 7': '2024-06-30',
  'centos 8': '2024-05-31',
  'centos 9': '2027-05-31',
  'debian 7': '2018-05-31',
  'debian 8': '2020-06-30',
  'debian 9': '2022-06-30',
  'debian 10': '2024-06-30',
  'debian 11': '2026-08-31',
  'debian 12': '2028-06-30',
  'debian 13': '2030-06-30',
  'rhel 7': '2024-06-30',
  'rhel 8': '2029-05-31',
  'rhel 9': '2032-05-31',
  'rhel 10': '2035-05-31',
  'rocky 8': '2029-05-31',
  'rocky 9': '2032-05-31',
  'ubuntu 14.04': '2019-04-25',
  'ubuntu 16.04': '2021-04-30',
  'ubuntu 18.04': '2023-05-31',
  'ubuntu 20.04': '2025-05-29',
  'ubuntu 22.04': '2027-06-01',
  'ubuntu 22.10': '2023-07-20',
  'ubuntu 23.04': '2024-01-25',
  'ubuntu 23.10': '2024-07-11',
  'ubuntu 24.04': '2029-05-31',
  'ubuntu 24.10': '2025-07-10',
  'ubuntu 25.04': '2026-01-15',
  'ubuntu 25.10': '2026-07-09',
  'ubuntu 26.04': '2031-05-29',
};

/**
 * The day on which a system’s fixes end, by the table that is given; `undefined` when it has no such release. A release
 * is listed by as many parts of its number as it is maintained by: `3.20.3` is found as `3.20`.
 */
export function supportEnd(
  id: string,
  version: string,
  ends: Readonly<Record<string, string>>,
): string | undefined {
  const parts = version.split('.');
  for (let count = parts.length; count > 0; count -= 1) {
    const end = ends[`${id} ${parts.slice(0, count).join('.')}`];
    if (end !== undefined) return end;
  }
  return undefined;
}
