import type { Check, CheckContext, PlainCheck } from '../../../core/controls/check.ts';
import { noneFails, not, orElse } from '../../../core/controls/combinators.ts';
import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { text, type Text } from '../../../core/text.ts';
import { fail, notApplicable, unknown } from '../../../core/controls/verdict.ts';
import { isAnyAddress, spellEndpoint } from '../../../syntax/addresses/addresses.ts';
import { settle, type Given } from '../given.ts';

/** One published port, as a check sees it. */
export type Port = WorkloadFacts['ports'][number];

/**
 * Applies where ports are published at all. On the host's network nothing is: each socket of the
 * container is one of the host's, and those are not among a workload's facts. Who joins the network of another container
 * is reached by the ports that the other one publishes, and those are judged there.
 */
export const publishesPorts: PlainCheck<WorkloadFacts> = (w) => {
  const { mode, resolved } = w.namespaces.network;
  if (resolved === 'host') {
    return unknown(
      text(
        "On the host's network, every port it listens on is open on the host and is not listed here",
        '使用宿主机网络，其监听的端口直接开放在宿主机上，不在已采集的端口信息中',
      ),
    );
  }
  return (
    mode !== 'container' ||
    notApplicable(
      text(
        'On the network of another container, where the published ports are judged',
        '使用另一容器的网络，发布的端口在该容器处判定',
      ),
    )
  );
};

/**
 * The same where nobody knows its network, of what is known to publish some: these may fail. Such a check has to hold
 * {@link publishesPorts} as well, without which nothing passes.
 */
export const mayPublishPorts: Check<WorkloadFacts> = orElse(publishesPorts, (w) =>
  w.ports.some(() => true) ? true : publishesPorts(w),
);

/** Writes a port as `docker ps` does: host address and port, then the container's. */
export const describePort = (port: Port): string =>
  `${spellEndpoint(port.hostAddress, spellHostPort(port))} → ${port.containerPort}/${port.protocol}`;

/** The port of the host, `8080`; the range that one is picked from, `8080-8090`; `*` where that may be any. */
export function spellHostPort(port: Port): string {
  if (port.hostPort !== null) return String(port.hostPort);
  const { hostRange } = port;
  return hostRange ? `${hostRange.first}-${hostRange.last}` : '*';
}

/** Whether a published port is such; `said` is what the message says of it. */
export const publishes = <P>(
  isSuch: (port: Port, ctx: CheckContext<P>) => boolean,
  said: Text,
): Check<WorkloadFacts, P> =>
  not(
    noneFails<WorkloadFacts, Port, P>(
      (w) => w.ports,
      (port, ctx) => {
        if (!isSuch(port, ctx)) return true;
        const shown = describePort(port);
        return fail(text(`${shown} ${said.en}`, `${shown} ${said.zh}`));
      },
    ),
  );

/**
 * Whether a port is published on an address of the host; `any` is every interface, however that is written.
 *
 * @example
 * applies: publishesPorts,
 * check: not(publishesOn('any')),
 */
export const publishesOn = <P>(address: Given<string, P>): Check<WorkloadFacts, P> =>
  publishes(
    ({ hostAddress }, ctx) => {
      const wanted = settle(address, ctx);
      return wanted === 'any' ? isAnyAddress(hostAddress) : hostAddress === wanted;
    },
    address === 'any'
      ? text('is open on every interface', '在所有网络接口上开放')
      : text('is open on the host', '在宿主机上开放'),
  );
