import { dockerfile as dockerfileKind, type Dockerfile } from '../core/subjects/dockerfile.ts';
import { engine as engineKind, type Engine } from '../core/subjects/engine.ts';
import { host as hostKind, type Host } from '../core/subjects/host/host.ts';
import {
  composeProject as composeProjectKind,
  type ComposeProject,
} from '../core/subjects/compose-project.ts';
import { image as imageKind, type Image } from '../core/subjects/image.ts';
import { imageScan as imageScanKind, type ImageScan } from '../core/subjects/image-scan.ts';
import { network as networkKind, type Network } from '../core/subjects/network.ts';
import {
  registryService as registryServiceKind,
  type RegistryService,
} from '../core/subjects/registry-service.ts';
import {
  secret as secretKind,
  swarm as swarmKind,
  swarmNode as swarmNodeKind,
  type Secret,
  type Swarm,
  type SwarmNode,
} from '../core/subjects/swarm.ts';
import { vex as vexKind, type Vex } from '../core/subjects/vex.ts';
import { volume as volumeKind, type Volume } from '../core/subjects/volume.ts';
import { workload as workloadKind, type Workload } from '../core/subjects/workload/workload.ts';
import { compliantComposeProject } from './compliant/compose-project.ts';
import { compliantDockerfile } from './compliant/dockerfile.ts';
import { compliantEngine } from './compliant/engine.ts';
import { compliantHost } from './compliant/host.ts';
import { compliantImage } from './compliant/image.ts';
import { compliantImageScan } from './compliant/image-scan.ts';
import { compliantBridge } from './compliant/network.ts';
import { compliantRegistryService } from './compliant/registry-service.ts';
import { compliantSecret } from './compliant/secret.ts';
import { compliantSwarm } from './compliant/swarm.ts';
import { compliantSwarmNode } from './compliant/swarm-node.ts';
import { compliantVex } from './compliant/vex.ts';
import { compliantVolume } from './compliant/volume.ts';
import { compliantWorkload } from './compliant/workload.ts';
import { subjectBuilder, type SubjectBuilder } from './judging/test-subject.ts';

/** A host, compliant but for `change`. */
export const aHost: SubjectBuilder<'host', Host> = subjectBuilder(hostKind, compliantHost);

/** An engine, rootless and compliant but for `change`. */
export const anEngine: SubjectBuilder<'engine', Engine> = subjectBuilder(
  engineKind,
  compliantEngine,
);

/**
 * A hardened container that runs, compliant but for `change`.
 *
 * @example
 * aWorkload({ privileged: true });
 * aWorkload({ resources: { pidsLimit: 0 }, mounts: [bindMount('/etc')] });
 * aWorkload({}, { denied: ['/kernel'] });
 */
export const aWorkload: SubjectBuilder<'workload', Workload> = subjectBuilder(
  workloadKind,
  compliantWorkload,
);

/** An image, compliant but for `change`; the one that the compliant workload runs. */
export const anImage: SubjectBuilder<'image', Image> = subjectBuilder(imageKind, compliantImage, {
  id: compliantWorkload.image.id ?? '',
});

/** What was read of a Dockerfile, compliant but for `change`. */
export const aDockerfile: SubjectBuilder<'dockerfile', Dockerfile> = subjectBuilder(
  dockerfileKind,
  compliantDockerfile,
);

/** A Compose project as its files describe it, compliant but for `change`. */
export const aComposeProject: SubjectBuilder<'compose-project', ComposeProject> = subjectBuilder(
  composeProjectKind,
  compliantComposeProject,
);

/** A bridge of one's own, compliant but for `change`; the compliant workload is on it. */
export const aNetwork: SubjectBuilder<'network', Network> = subjectBuilder(
  networkKind,
  compliantBridge,
);

/** A volume, compliant but for `change`; the compliant workload has it mounted. */
export const aVolume: SubjectBuilder<'volume', Volume> = subjectBuilder(
  volumeKind,
  compliantVolume,
  {
    id: 'shop_data',
    name: 'shop_data',
  },
);

/** A Swarm, compliant but for `change`. */
export const aSwarm: SubjectBuilder<'swarm', Swarm> = subjectBuilder(swarmKind, compliantSwarm);

/** A node of a Swarm, compliant but for `change`: a manager that runs no workloads. */
export const aSwarmNode: SubjectBuilder<'swarm-node', SwarmNode> = subjectBuilder(
  swarmNodeKind,
  compliantSwarmNode,
);

/** A secret or configuration of a Swarm, compliant but for `change`. */
export const aSecret: SubjectBuilder<'secret', Secret> = subjectBuilder(
  secretKind,
  compliantSecret,
);

/** A registry over TLS that gives nothing without an account, but for `change`. */
export const aRegistryService: SubjectBuilder<'registry-service', RegistryService> = subjectBuilder(
  registryServiceKind,
  compliantRegistryService,
);

/** What a scanner says of the compliant image, but for `change`: nothing was found. */
export const anImageScan: SubjectBuilder<'image-scan', ImageScan> = subjectBuilder(
  imageScanKind,
  compliantImageScan,
  { id: 'scan.json', name: 'scan.json' },
);

/** A VEX document of one statement, but for `change`. */
export const aVex: SubjectBuilder<'vex', Vex> = subjectBuilder(vexKind, compliantVex);
