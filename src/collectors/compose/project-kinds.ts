import { composeProject } from '../../core/subjects/compose-project.ts';
import { network } from '../../core/subjects/network.ts';
import { volume } from '../../core/subjects/volume.ts';
import { workload } from '../../core/subjects/workload/workload.ts';

/** Every kind that a Compose project holds. */
export const projectKinds = [composeProject, workload, network, volume] as const;
