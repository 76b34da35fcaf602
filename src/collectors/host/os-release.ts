import { readText } from '../files/read-text.ts';
import { absent } from '../../files/file-error.ts';
import { type Reading, attempt } from '../gathering/unread-gap.ts';
import type { HostFacts } from '../../core/subjects/host/host.ts';
import { containerSystems } from '../../knowledge/container-systems.ts';
import { parseOsRelease } from '../../syntax/parse-os-release.ts';

/** Reads which system a root is, from the first of the two places where it says so. */
export async function readOs(root: string): Promise<Reading<HostFacts['os']>> {
  const own = '/etc/os-release';
  const vendor = '/usr/lib/os-release';
  const read = async (path: string) => factsOf(parseOsRelease(await readText(root, path)));
  try {
    return { value: await read(own), source: { kind: 'file', path: own } };
  } catch (error) {
    const path = absent(error) ? vendor : own;
    return attempt(path, () => read(path));
  }
}

const factsOf = ({
  id,
  version,
  name,
  variant,
}: ReturnType<typeof parseOsRelease>): HostFacts['os'] => ({
  id,
  version,
  name,
  containerOs: containerSystems.ids.has(id) || containerSystems.variants.has(variant),
});
