import { builtin } from '../../src/controls/registry/builtin.ts';

const kernel = 'what a kernel can limit differs from machine to machine, and is not ours to change';
const byReports = 'it is judged by reports of scanners: see test/collectors/scanner/engine-scans';
const byScanner =
  'it is judged by scanners for malware: see test/collectors/engine/malware and test/collectors/malware';
const bySensor = 'it takes a log of Falco: see test/collectors/falco/engine-alerts';
const oneNode = 'it takes a second node in the Swarm';
const noModule = 'it takes a kernel with this security module';
const noCrypt =
  'it takes a disk of one’s own with dm-crypt: test/collectors/host/disk-encryption shows it on constructed ones';
const noProvenance = 'it takes the containerd image store, and an engine that verifies signatures';

/**
 * Verdicts that the engine suite cannot show, each with the reason. The tests of the controls show them on
 * facts, and those of the collectors on recorded answers.
 */
export const notShown: Readonly<Record<string, string>> = {
  // No engine is asked about a build file: test/corpus shows them on files.
  ...Object.fromEntries(
    builtin.controls
      .filter(({ subject }) => subject.kind === 'dockerfile')
      .flatMap(({ id }) => [`${id} pass`, `${id} fail`])
      .map((each) => [each, 'it is judged on files: see test/corpus']),
  ),
  // It takes a Compose file beside the engine: test/proof/drift.test.ts shows them on both.
  ...Object.fromEntries(
    builtin.controls
      .filter(({ id }) => id.endsWith('-as-intended'))
      .flatMap(({ id }) => [`${id} pass`, `${id} fail`])
      .map((each) => [each, 'it takes a Compose file: see test/proof/drift.test.ts']),
  ),
  // No engine knows how a Compose file has an image built: test/corpus shows them on files.
  ...Object.fromEntries(
    ['workload-build-confined', 'workload-no-secrets-in-build-arguments']
      .flatMap((id) => [`${id} pass`, `${id} fail`])
      .map((each) => [each, 'it is judged on Compose files: see test/corpus/projects']),
  ),
  'image-scanned pass': byReports,
  'image-scanned fail': byReports,
  'image-scan-vulnerabilities pass': byReports,
  'image-scan-vulnerabilities fail': byReports,
  'engine-resource-accounting pass': kernel,
  'engine-resource-accounting fail': kernel,
  'engine-warnings-none pass': kernel,
  'workload-block-io pass': kernel,
  'host-data-encrypted pass': noCrypt,
  'host-data-encrypted fail': noCrypt,
  'engine-rootless pass': 'it takes a rootless engine, and so user namespaces for ordinary users',
  'engine-tls-ciphers pass':
    'this release of Docker agrees to CBC suites in whatever configuration',
  'engine-tls-version fail': 'no release that can be installed agrees to TLS 1.1 any more',
  'workload-apparmor pass': noModule,
  'workload-apparmor fail': noModule,
  'workload-selinux pass': noModule,
  'workload-selinux fail': noModule,
  'workload-storage-bounded fail': 'it takes XFS with project quotas below the data root',
  'workload-no-runtime-alerts pass': bySensor,
  'workload-no-runtime-alerts fail': bySensor,
  'image-no-malware pass': byScanner,
  'image-no-malware fail': byScanner,
  'image-layers-verified fail':
    'an engine gives no image whose layers are others: test/collectors/archive shows it on archives',
  'image-provenance pass': noProvenance,
  'image-provenance fail': noProvenance,
  'swarm-control-port-tls fail': 'no release of Docker opens this port otherwise',
  'swarm-manager-count pass': oneNode,
  'swarm-node-managers-only-manage pass': oneNode,
  'swarm-node-managers-only-manage fail': oneNode,
  'swarm-nodes-ready fail': oneNode,
  'swarm-nodes-same-engine pass': oneNode,
  'swarm-nodes-same-engine fail': oneNode,
};
