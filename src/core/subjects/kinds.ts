import type { SubjectKind } from '../facts/subject.ts';
import { composeProject } from './compose-project.ts';
import { dockerfile } from './dockerfile.ts';
import { engine } from './engine.ts';
import { host } from './host/host.ts';
import { image } from './image.ts';
import { imageScan } from './image-scan.ts';
import { network } from './network.ts';
import { registryService } from './registry-service.ts';
import { secret, swarm, swarmNode } from './swarm.ts';
import { vex } from './vex.ts';
import { volume } from './volume.ts';
import { workload } from './workload/workload.ts';

/** Every built-in kind, in the order in which reports show them. */
export const builtinKinds = [
  host,
  engine,
  workload,
  image,
  dockerfile,
  composeProject,
  network,
  volume,
  swarm,
  swarmNode,
  secret,
  registryService,
  imageScan,
  vex,
] as const satisfies readonly SubjectKind[];
