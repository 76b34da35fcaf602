import { engineOrigin } from './engine.ts';
import {
  configOrigin,
  imageOrigin,
  networkOrigin,
  nodeOrigin,
  secretOrigin,
  swarmOrigin,
  volumeOrigin,
} from './objects.ts';
import { containerOrigin } from '../facts/workload/container.ts';
import { serviceOrigin } from '../facts/workload/service.ts';

/** Every origin of this collector, by the name that subjects call it. */
export const origins = {
  'engine/engine': engineOrigin,
  'engine/workload': containerOrigin,
  'engine/service': serviceOrigin,
  'engine/image': imageOrigin,
  'engine/network': networkOrigin,
  'engine/volume': volumeOrigin,
  'engine/swarm': swarmOrigin,
  'engine/swarm-node': nodeOrigin,
  'engine/secret': secretOrigin,
  'engine/config': configOrigin,
} as const;

export type OriginName = keyof typeof origins;
