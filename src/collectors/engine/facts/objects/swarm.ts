import { X509Certificate } from 'node:crypto';
import type { z } from 'zod';
import type { secret, swarm, swarmNode } from '../../../../core/subjects/swarm.ts';
import type { Redactor } from '../../../redaction/create-redactor.ts';
import type { RawService } from '../../api-schemas/service.ts';
import type { RawConfig, RawNode, RawSecret, RawSwarm } from '../../api-schemas/swarm.ts';
import { toInstant } from '../../../gathering/to-instant.ts';
import {
  missing,
  read,
  whenRead,
  type Missing,
  type Partly,
} from '../../../gathering/partial-facts.ts';
import type { ControlPort } from '../../reading/probe-control-port.ts';
import { describeCertificate } from '../../../tls/describe-certificate.ts';
import { known } from '../../../gathering/known-value.ts';
import { text } from '../../../../core/text.ts';

/** The data plane's port, unless another was chosen. */
const dataPathPort = 4789;

/** Turns what a manager says of its Swarm into facts. */
export function swarmFacts(
  raw: RawSwarm,
  nodes: readonly RawNode[] | Missing,
  controlPort: ControlPort | null | Missing,
  redactor: Redactor,
) {
  const managers = whenRead(nodes, (all) => all.filter(({ ManagerStatus }) => ManagerStatus));
  const reachable = whenRead(managers, (all) =>
    all.filter(({ ManagerStatus }) => ManagerStatus?.Reachability === 'reachable'),
  );
  const root = read(() => rootOf(raw.TLSInfo?.TrustRoot ?? ''));
  return {
    createdAt: read(() => toInstant(raw.CreatedAt)),
    autoLock: read(() => raw.Spec.EncryptionConfig?.AutoLockManagers ?? false),
    nodeCertificateSeconds: read(() => (raw.Spec.CAConfig?.NodeCertExpiry ?? 0) / 1e9),
    externalAuthorities: read(() => raw.Spec.CAConfig?.ExternalCAs.length ?? 0),
    rootRotationInProgress: read(() => raw.RootRotationInProgress),
    rootCertificateExpiresAt: whenRead(root, ({ notAfter }) => notAfter),
    rootCertificate: root,
    dataPathPort: read(() => raw.DataPathPort || dataPathPort),
    controlPort: controlPort ?? noControlPort,
    managers: whenRead(managers, (all) => all.length),
    reachableManagers: whenRead(reachable, (all) => all.length),
    nodes: whenRead(nodes, (all) => all.length),
    labels: read(() => redactor.labels(raw.Spec.Labels).labels),
  } satisfies Partly<z.output<(typeof swarm)['schema']>>;
}

const noControlPort = missing({
  reason: 'unavailable',
  detail: text(
    'the manager does not say at which address it serves other nodes',
    '管理节点未说明以哪个地址服务其他节点',
  ),
});

/** The root certificate, the first where a rotation has two. */
function rootOf(pem: string) {
  try {
    return describeCertificate(new X509Certificate(pem));
  } catch {
    return notUnderstood;
  }
}

const notUnderstood = missing({
  reason: 'malformed',
  detail: text('the root certificate was not understood', '无法解析根证书'),
});

/** Turns what a manager says of a node into facts. */
export function nodeFacts(raw: RawNode, redactor: Redactor) {
  const { Spec } = raw;
  const states = ['unknown', 'down', 'ready', 'disconnected'] as const;
  return {
    role: read(() => known(['manager', 'worker'], Spec.Role, 'role of a node')),
    availability: read(() =>
      known(['active', 'pause', 'drain'], Spec.Availability, 'availability of a node'),
    ),
    state: read(() => known(states, raw.Status?.State ?? 'unknown', 'state of a node')),
    leader: read(() => raw.ManagerStatus?.Leader ?? false),
    address: read(() => raw.Status?.Addr ?? ''),
    engineVersion: read(() => raw.Description?.Engine?.EngineVersion ?? ''),
    labels: read(() => redactor.labels(Spec.Labels).labels),
    engineLabels: read(() => redactor.labels(raw.Description?.Engine?.Labels ?? {}).labels),
  } satisfies Partly<z.output<(typeof swarmNode)['schema']>>;
}

/** Turns what a manager says of a secret into facts; its content is given to nobody. */
export const secretFacts = (
  raw: RawSecret,
  services: readonly RawService[] | Missing,
  redactor: Redactor,
) => storedFacts(raw, 'secret', services, redactor);

/** Turns what a manager says of a configuration into facts; its content is looked at and dropped. */
export const configFacts = (
  raw: RawConfig,
  services: readonly RawService[] | Missing,
  redactor: Redactor,
) =>
  ({
    ...storedFacts(raw, 'config', services, redactor),
    secretRules: read(
      () => redactor.text(Buffer.from(raw.Spec.Data, 'base64').toString('utf8')).rules,
    ),
  }) satisfies Partly<z.output<(typeof secret)['schema']>>;

function storedFacts(
  raw: RawSecret,
  store: 'secret' | 'config',
  services: readonly RawService[] | Missing,
  redactor: Redactor,
) {
  return {
    store,
    createdAt: read(() => toInstant(raw.CreatedAt) ?? noInstant),
    updatedAt: read(() => toInstant(raw.UpdatedAt) ?? noInstant),
    driver: read(() => raw.Spec.Driver?.Name ?? ''),
    usedBy: whenRead(services, (all) =>
      all
        .filter((service) => isGiven(service, store, raw.ID))
        .map(({ ID }) => ID)
        .toSorted(),
    ),
    labels: read(() => redactor.labels(raw.Spec.Labels).labels),
  } satisfies Partly<z.output<(typeof secret)['schema']>>;
}

const noInstant = missing({
  reason: 'malformed',
  detail: text('this is no instant', '不是有效的时间'),
});

function isGiven({ Spec }: RawService, store: 'secret' | 'config', id: string): boolean {
  const container = Spec.TaskTemplate.ContainerSpec;
  return store === 'secret'
    ? (container?.Secrets ?? []).some(({ SecretID }) => SecretID === id)
    : (container?.Configs ?? []).some(({ ConfigID }) => ConfigID === id);
}
