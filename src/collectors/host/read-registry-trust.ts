import { posix } from 'node:path';
import type { HostFacts } from '../../core/subjects/host/host.ts';
import { listFolder } from '../files/list-folder.ts';
import { readText } from '../files/read-text.ts';
import { attempt, unread } from '../gathering/unread-gap.ts';
import { fromReading, more, sourced, type More, type Partly } from '../gathering/partial-facts.ts';
import { describeCertificate } from '../tls/describe-certificate.ts';
import { parsePem } from '../../syntax/certificate/pem.ts';
import { text } from '../../core/text.ts';

/** A certificate; of a folder or a file that could not be read, or holds none, nobody knows how many. */
type RegistryCertificate = Partly<HostFacts['registryTrust'][number]> | More;

/** What a file below certs.d is for, by its ending; the engine passes over all others. */
const uses = { '.crt': 'authority', '.cert': 'client' } as const;

/**
 * The certificates for registries, file by file, in the order of their paths: authorities that a registry is
 * known by, and the certificates that the engine shows to it. Keys are not opened.
 *
 * @see https://docs.docker.com/engine/security/certificates/
 */
export async function readRegistryTrust(
  root: string,
  folder: string,
): Promise<Partly<readonly RegistryCertificate[]>> {
  const registries = await attempt(folder, () => listFolder(root, folder));
  if ('unread' in registries) return fromReading(registries);
  const found: RegistryCertificate[] = [];
  for (const { name: registry } of registries.value) {
    const at = posix.join(folder, registry);
    const files = await attempt(at, () => listFolder(root, at));
    if ('unread' in files) found.push(more(files.unread));
    else for (const { name } of files.value) found.push(...(await readFile(root, at, name)));
  }
  return sourced(found, registries.source);
}

async function readFile(
  root: string,
  folder: string,
  name: string,
): Promise<readonly RegistryCertificate[]> {
  const use = Object.entries(uses).find(([ending]) => name.endsWith(ending))?.[1];
  if (!use) return [];
  const path = posix.join(folder, name);
  const pem = await attempt(path, () => readText(root, path));
  if ('unread' in pem) return [more(pem.unread)];
  try {
    const certificates = parsePem(pem.value).map(describeCertificate);
    if (certificates.length > 0) {
      return certificates.map((each) => sourced({ path, use, ...each }, pem.source));
    }
  } catch {
    // Reported below, as for a file without any certificate.
  }
  return [
    more(
      unread(
        'malformed',
        text(`${path} holds no certificate.`, `${path} 中没有证书。`),
        pem.source,
      ),
    ),
  ];
}
