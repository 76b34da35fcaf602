import type { AnswerRange } from './answer-keys.ts';
import * as moby from './moby-types.ts';

const endpoints = {
  '/version': moby.version,
  '/info': moby.info,
  '/plugins': moby.plugins,
  '/containers/json': moby.containerSummaries,
  '/containers/{id}/json': moby.containerInspect,
  '/containers/{id}/changes': moby.filesystemChanges,
  '/containers/{id}/top': moby.topResponse,
  '/exec/{id}/json': moby.execInspect,
  '/images/json': moby.imageSummaries,
  '/images/{id}/json': moby.imageInspect,
  '/images/{id}/history': moby.imageHistory,
  '/networks': moby.networkSummaries,
  '/networks/{id}': moby.networkInspect,
  '/volumes': moby.volumeList,
  '/volumes/{id}': moby.volumeInspect,
  '/swarm': moby.swarm,
  '/nodes': moby.swarmItems,
  '/nodes/{id}': moby.swarmNode,
  '/services': moby.swarmItems,
  '/services/{id}': moby.swarmService,
  '/secrets': moby.swarmItems,
  '/secrets/{id}': moby.swarmSecret,
  '/configs': moby.swarmItems,
  '/configs/{id}': moby.swarmConfig,
  '/tasks': moby.swarmTasks,
} satisfies AnswerRange['endpoints'];

/**
 * What Docker Engine answers, by the version of its API.
 *
 * @see https://github.com/moby/moby/tree/master/api/types
 */
export const dockerAnswers: readonly AnswerRange[] = [
  { first: '1.41', last: '1.49', endpoints },
  {
    first: '1.50',
    last: '1.53',
    endpoints: { ...endpoints, '/images/{id}/json': moby.ociImageInspect },
  },
];
