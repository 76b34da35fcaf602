import type { z } from 'zod';
import type { network } from '../../../../core/subjects/network.ts';
import type { Redactor } from '../../../redaction/create-redactor.ts';
import type { RawNetwork } from '../../api-schemas/network.ts';
import { type Partly, type Users, read } from '../../../gathering/partial-facts.ts';
import { parseGoBoolean } from '../../../../syntax/go-boolean.ts';
import { toInstant } from '../../../gathering/to-instant.ts';
import { composePartOf } from './compose-part.ts';
import { known } from '../../../gathering/known-value.ts';

type Facts = z.output<(typeof network)['schema']>;

/** Names of the bridge driver's options; the driver's own default is that containers may talk. */
const bridgeOption = {
  defaultBridge: 'com.docker.network.bridge.default_bridge',
  interContainer: 'com.docker.network.bridge.enable_icc',
} as const;

/** Whether containers on a bridge may talk to one another; they may unless the option says no. */
export const talksAmong = ({ Options }: RawNetwork): boolean =>
  parseGoBoolean(Options[bridgeOption.interContainer] ?? '') !== false;

/** Whether it is the bridge that containers join when nothing is said, Docker's or Podman's. */
export const isDefaultBridge = ({ Driver, Name, Options }: RawNetwork): boolean =>
  Driver === 'bridge' &&
  (parseGoBoolean(Options[bridgeOption.defaultBridge] ?? '') === true ||
    Name === 'bridge' ||
    Name === 'podman');

/** Everything that a network's facts depend on beside its own answer. */
export interface NetworkSurroundings {
  /** Ids of the containers and services that are on it, or will be. */
  readonly usedBy: Users;
  readonly redactor: Redactor;
}

/** Turns what an engine says of a network into its facts. */
export function networkFacts(raw: RawNetwork, { usedBy, redactor }: NetworkSurroundings) {
  const labels = read(() => redactor.labels(raw.Labels).labels);
  return {
    driver: read(() => raw.Driver),
    scope: read(() => known(['local', 'global', 'swarm'], raw.Scope, 'scope of a network')),
    createdAt: read(() => toInstant(raw.Created)),
    defaultBridge: read(() => isDefaultBridge(raw)),
    internal: read(() => raw.Internal),
    attachable: read(() => raw.Attachable),
    ingress: read(() => raw.Ingress),
    ipv6: read(() => raw.EnableIPv6),
    interContainerTraffic: read(() => (raw.Driver === 'bridge' ? talksAmong(raw) : null)),
    // The driver looks whether the option is there, and at no value: `encrypted=false` encrypts.
    encrypted: read(() =>
      raw.Driver === 'overlay' ? Object.hasOwn(raw.Options, 'encrypted') : null,
    ),
    subnets: read(() =>
      (raw.IPAM?.Config ?? []).map(({ Subnet }) => Subnet).filter((subnet) => subnet !== ''),
    ),
    containers: read(() => Object.keys(raw.Containers).toSorted()),
    usedBy,
    labels,
    ...composePartOf(labels, 'network'),
  } satisfies Partly<Facts>;
}
