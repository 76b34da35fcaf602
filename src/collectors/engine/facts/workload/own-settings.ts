import type { z } from 'zod';
import type { workload } from '../../../../core/subjects/workload/workload.ts';
import { text } from '../../../../core/text.ts';
import { isMissing, missing, read } from '../../../gathering/partial-facts.ts';
import type { RawHostConfig } from '../../api-schemas/container.ts';
import type { RawContainerSpec } from '../../api-schemas/service.ts';
import type { Product } from '../../../workload/engine-traits.ts';

type Facts = z.output<(typeof workload)['schema']>;

/** Podman calls every runtime `oci`, whichever it is, and leaves the parameters out. */
const notReported = missing({
  reason: 'unsupported',
  detail: text('Podman’s API does not report it', 'Podman 的 API 不提供该信息'),
});

/** The runtime of a container, its parameters of the kernel and its names: few have any of these, and the others no fact of it. */
export function containerSettings(asked: RawHostConfig, product: Product | undefined) {
  const reported = settings(
    () => asked.Sysctls,
    () => ({
      servers: asked.Dns,
      domains: asked.DnsSearch,
      options: asked.DnsOptions,
      hosts: asked.ExtraHosts.map((entry) => {
        const [, name = entry, address = ''] = /^([^:]*):(.*)$/s.exec(entry) ?? [];
        return `${name}=${address.replace(/^\[(.*)\]$/s, '$1')}`;
      }),
    }),
  );
  if (product === 'podman') return { ...reported, runtime: notReported, sysctls: notReported };
  const runtime = read(() => asked.Runtime);
  return { ...reported, ...(runtime === '' ? {} : { runtime }) };
}

/** The same of a service, which has the runtime of its node, and whose hosts are lines of `/etc/hosts`. */
export const serviceSettings = (spec: RawContainerSpec) =>
  settings(
    () => spec.Sysctls,
    () => ({
      servers: spec.DNSConfig?.Nameservers ?? [],
      domains: spec.DNSConfig?.Search ?? [],
      options: spec.DNSConfig?.Options ?? [],
      hosts: spec.Hosts.flatMap((line) => {
        const [address = '', ...names] = line.trim().split(/\s+/);
        return names.map((name) => `${name}=${address}`);
      }),
    }),
  );

function settings(
  sysctlsOf: () => NonNullable<Facts['sysctls']>,
  namesOf: () => NonNullable<Facts['nameResolution']>,
) {
  const sysctls = read(sysctlsOf);
  const nameResolution = read(namesOf);
  const anyName =
    isMissing(nameResolution) || Object.values(nameResolution).some(({ length }) => length > 0);
  const anySysctl = isMissing(sysctls) || Object.keys(sysctls).length > 0;
  return { ...(anyName ? { nameResolution } : {}), ...(anySysctl ? { sysctls } : {}) };
}
