import type { SourceMap } from '../../../core/facts/source.ts';
import { apiSources } from './api-sources.ts';

/** Where the facts of an image were read. */
export const imageOrigin: SourceMap = {
  ...apiSources('/images/{id}/json', {
    '': '',
    '/references': '/RepoTags',
    '/digests': '/RepoDigests',
    '/createdAt': '/Created',
    '/os': '/Os',
    '/architecture': '/Architecture',
    '/sizeBytes': '/Size',
    '/user': '/Config/User',
    '/environment': '/Config/Env',
    '/environment/*': '/Config/Env/*',
    '/exposedPorts': '/Config/ExposedPorts',
    '/command': '/Config',
    '/healthCheck': '/Config/Healthcheck',
    '/labels': '/Config/Labels',
    '/labels/*': '/Config/Labels/*',
    '/secretLabels': '/Config/Labels',
    '/builtOn': '/RootFS/Layers',
    '/origin': '/Identity',
    '/provenance/attestations': '/Manifests',
    '/provenance/signatures': '/Identity/Signature',
  }),
  ...apiSources('/images/{id}/get', { '/files': '', '/layers': '' }),
  ...apiSources('/images/{id}/history', { '/history': '', '/committed': '/0' }),
  ...apiSources('/containers/json?all=true', { '/usedBy': '' }),
};

/** Where the facts of a network were read. */
export const networkOrigin: SourceMap = {
  ...apiSources('/containers/json?all=true', { '/usedBy': '' }),
  ...apiSources('/networks/{id}', {
    '': '',
    '/driver': '/Driver',
    '/scope': '/Scope',
    '/createdAt': '/Created',
    '/defaultBridge': '/Options/com.docker.network.bridge.default_bridge',
    '/internal': '/Internal',
    '/attachable': '/Attachable',
    '/ingress': '/Ingress',
    '/ipv6': '/EnableIPv6',
    '/interContainerTraffic': '/Options/com.docker.network.bridge.enable_icc',
    '/encrypted': '/Options/encrypted',
    '/subnets': '/IPAM/Config',
    '/containers': '/Containers',
    '/compose': '/Labels',
    '/labels': '/Labels',
    '/labels/*': '/Labels/*',
  }),
};

/** Where the facts of a volume were read. */
export const volumeOrigin: SourceMap = {
  ...apiSources('/volumes/{id}', {
    '': '',
    '/driver': '/Driver',
    '/scope': '/Scope',
    '/mountPoint': '/Mountpoint',
    '/createdAt': '/CreatedAt',
    '/fileSystem': '/Options/type',
    '/mountOptions': '/Options/o',
    '/device': '/Options/device',
    '/hostPath': '/Options/device',
    '/compose': '/Labels',
    '/labels': '/Labels',
    '/labels/*': '/Labels/*',
  }),
  ...apiSources('/containers/json?all=true', { '/usedBy': '' }),
};

/** Where the facts of a Swarm were read. */
export const swarmOrigin: SourceMap = {
  ...apiSources('/swarm', {
    '': '',
    '/createdAt': '/CreatedAt',
    '/autoLock': '/Spec/EncryptionConfig/AutoLockManagers',
    '/nodeCertificateSeconds': '/Spec/CAConfig/NodeCertExpiry',
    '/externalAuthorities': '/Spec/CAConfig/ExternalCAs',
    '/rootRotationInProgress': '/RootRotationInProgress',
    '/rootCertificateExpiresAt': '/TLSInfo/TrustRoot',
    '/rootCertificate': '/TLSInfo/TrustRoot',
    '/dataPathPort': '/DataPathPort',
    '/labels': '/Spec/Labels',
    '/labels/*': '/Spec/Labels/*',
  }),
  ...apiSources('/info', { '/controlPort': '/Swarm/RemoteManagers' }),
  ...apiSources('/nodes', { '/managers': '', '/reachableManagers': '', '/nodes': '' }),
};

/** Where the facts of a node were read. */
export const nodeOrigin: SourceMap = apiSources('/nodes/{id}', {
  '': '',
  '/role': '/Spec/Role',
  '/availability': '/Spec/Availability',
  '/state': '/Status/State',
  '/leader': '/ManagerStatus/Leader',
  '/address': '/Status/Addr',
  '/engineVersion': '/Description/Engine/EngineVersion',
  '/labels': '/Spec/Labels',
  '/labels/*': '/Spec/Labels/*',
  '/engineLabels': '/Description/Engine/Labels',
  '/engineLabels/*': '/Description/Engine/Labels/*',
});

const secretPointers = {
  '': '',
  '/createdAt': '/CreatedAt',
  '/updatedAt': '/UpdatedAt',
  '/driver': '/Spec/Driver/Name',
  '/labels': '/Spec/Labels',
  '/labels/*': '/Spec/Labels/*',
};

/** Where the facts of a secret were read. */
export const secretOrigin: SourceMap = {
  ...apiSources('/secrets/{id}', secretPointers),
  ...apiSources('/services', { '/usedBy': '' }),
};

/** Where the facts of a configuration were read. */
export const configOrigin: SourceMap = {
  ...apiSources('/configs/{id}', { ...secretPointers, '/secretRules': '/Spec/Data' }),
  ...apiSources('/services', { '/usedBy': '' }),
};
