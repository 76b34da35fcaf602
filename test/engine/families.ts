import { buildSteps } from './families/build-steps.ts';
import { containerOptions } from './families/container-options.ts';
import { daemon } from './families/daemon.ts';
import { hostAudit } from './families/host-audit.ts';
import { hostDefence } from './families/host-defence.ts';
import { hostFiles } from './families/host-files.ts';
import { hostSystem } from './families/host-system.ts';
import { images } from './families/images.ts';
import { inForce } from './families/in-force.ts';
import { mounts } from './families/mounts.ts';
import { networks } from './families/networks.ts';
import { registry } from './families/registry.ts';
import { sharing } from './families/sharing.ts';
import { swarm } from './families/swarm.ts';
import { tls } from './families/tls.ts';
import type { Family } from './harness/family.ts';

/** All families, those that take longest first. */
export const families: readonly Family[] = [
  containerOptions,
  daemon,
  hostFiles,
  hostAudit,
  hostSystem,
  hostDefence,
  buildSteps,
  images,
  tls,
  swarm,
  networks,
  registry,
  sharing,
  mounts,
  inForce,
];
