import type { HostFacts } from '../../core/subjects/host.ts';
import { readText } from '../files/read-text.ts';
import { absent, attempt, type Reading } from '../files/unread.ts';

/** Systems that exist to run containers, by `ID` or `VARIANT_ID` of their os-release. */
const containerSystems = {
  ids: [
    'balena-os',
    'boot2docker',
    'bottlerocket',
    'burmilla',
    'coreos',
    'cos',
    'flatcar',
    'k3os',
    'kairos',
    'linuxkit',
    'opensuse-microos',
    'photon',
    'rancheros',
    'rhcos',
    'sl-micro',
    'sle-micro',
    'talos',
    'ubuntu-core',
  ],
  variants: ['atomic.host', 'coreos'],
} as const;

const has = (list: readonly string[], value: string | undefined): boolean =>
  value !== undefined && list.includes(value);

/**
 * Reads the text of os-release: assignments as a shell would read them, the last of a name winning.
 *
 * @see https://www.freedesktop.org/software/systemd/man/latest/os-release.html
 */
export function parseOsRelease(text: string): HostFacts['os'] {
  const values = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, name, value] = /^\s*([A-Z][A-Z0-9_]*)=(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) values.set(name, unquote(value));
  }
  return {
    // The documented default of an os-release that does not say.
    id: values.get('ID') ?? 'linux',
    version: values.get('VERSION_ID') ?? '',
    name: values.get('PRETTY_NAME') ?? values.get('NAME') ?? 'Linux',
    containerOs:
      has(containerSystems.ids, values.get('ID')) ||
      has(containerSystems.variants, values.get('VARIANT_ID')),
  };
}

function unquote(value: string): string {
  const [, , quoted] = /^(["'])(.*)\1$/s.exec(value) ?? [];
  return (quoted ?? value).replaceAll(/\\([\\"'`$])/g, '$1');
}

/** Reads which system a root is, from the first of the two places where it says so. */
export async function readOs(root: string): Promise<Reading<HostFacts['os']>> {
  const own = '/etc/os-release';
  const vendor = '/usr/lib/os-release';
  try {
    const text = await readText(root, own);
    return { value: parseOsRelease(text), source: { kind: 'file', path: own } };
  } catch (error) {
    const path = absent(error) ? vendor : own;
    return attempt(path, async () => parseOsRelease(await readText(root, path)));
  }
}
