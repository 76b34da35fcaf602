import type { z } from 'zod';
import type { workload } from '../../../../core/subjects/workload.ts';
import { text } from '../../../../core/text.ts';
import { missing } from '../../../partly.ts';
import type { RawHostConfig } from '../../border/container.ts';
import type { RawContainerSpec } from '../../border/service.ts';
import type { Product } from '../engine-traits.ts';

type Facts = z.output<(typeof workload)['schema']>;
type OwnSettings = Pick<Facts, 'nameResolution' | 'runtime' | 'sysctls'>;

/** Podman calls every runtime `oci`, whichever it is, and leaves the parameters out. */
const untold = missing({
  reason: 'unsupported',
  detail: text('Podman’s API does not tell it', 'Podman 的 API 不提供该信息'),
});

/** The runtime of a container, its parameters of the kernel and its names: few have any of these, and the others no fact of it. */
export function containerSettings(asked: RawHostConfig, product: Product) {
  const told = settings(asked.Sysctls, {
    servers: asked.Dns,
    domains: asked.DnsSearch,
    options: asked.DnsOptions,
    hosts: asked.ExtraHosts.map((entry) => {
      const [, name = entry, address = ''] = /^([^:]*):(.*)$/s.exec(entry) ?? [];
      return `${name}=${address.replace(/^\[(.*)\]$/s, '$1')}`;
    }),
  });
  if (product === 'podman') return { ...told, runtime: untold, sysctls: untold };
  return { ...told, ...(asked.Runtime === '' ? {} : { runtime: asked.Runtime }) };
}

/** The same of a service, which has the runtime of its node, and whose hosts are lines of `/etc/hosts`. */
export const serviceSettings = ({ Sysctls, DNSConfig, Hosts }: RawContainerSpec): OwnSettings =>
  settings(Sysctls, {
    servers: DNSConfig?.Nameservers ?? [],
    domains: DNSConfig?.Search ?? [],
    options: DNSConfig?.Options ?? [],
    hosts: Hosts.flatMap((line) => {
      const [address = '', ...names] = line.trim().split(/\s+/);
      return names.map((name) => `${name}=${address}`);
    }),
  });

const settings = (
  sysctls: NonNullable<Facts['sysctls']>,
  nameResolution: NonNullable<Facts['nameResolution']>,
): OwnSettings => ({
  ...(Object.values(nameResolution).some(({ length }) => length > 0) ? { nameResolution } : {}),
  ...(Object.keys(sysctls).length > 0 ? { sysctls } : {}),
});
