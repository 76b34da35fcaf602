import type { Check } from '../../core/check.ts';
import type { WorkloadFacts } from '../../core/subjects/workload.ts';
import { text } from '../../core/text.ts';
import { unknown } from '../../core/verdict.ts';

/** One published port, as a check sees it. */
type Port = WorkloadFacts['ports'][number];

/**
 * Applies where ports are published at all. On the host's network nothing is: each socket of the
 * container is one of the host's, and those are not among a workload's facts.
 */
export const publishesPorts: Check<WorkloadFacts> = (w) =>
  w.namespaces.network.resolved !== 'host' ||
  unknown(
    text(
      "It is on the host's network, so whatever it listens on is open on the host and is not listed here",
      '使用宿主机网络，其监听的端口直接开放在宿主机上，不在已采集的端口信息中',
    ),
  );

/** Writes a port as `docker ps` does: host address and port, then the container's. */
export function describePort(port: Port): string {
  const address = port.hostAddress.includes(':') ? `[${port.hostAddress}]` : port.hostAddress;
  return `${address}:${port.hostPort ?? '*'} → ${port.containerPort}/${port.protocol}`;
}
