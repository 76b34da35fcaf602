import type { ComposeProject } from '../../core/subjects/compose-project.ts';

/** A project of one file and one service. */
export const compliantComposeProject: ComposeProject = {
  name: 'shop',
  folder: '/srv/shop',
  files: ['compose.yaml'],
  services: [{ name: 'web', on: true }],
  external: { networks: [], volumes: [] },
  waivers: [],
};
