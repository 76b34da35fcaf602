import type { AnswerRange } from './answer-keys.ts';
import * as moby from './moby-types.ts';

const endpoints = {
  '/version': moby.version,
  '/info': moby.info,
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
} satisfies AnswerRange['endpoints'];

/**
 * What Podman answers where it is asked as Docker is, by its own version: it fills moby's types, those of the release
 * of moby that it is built with. It has no Swarm and no plugins of Docker's.
 *
 * @see https://github.com/containers/podman/tree/main/pkg/api/handlers
 */
export const podmanAnswers: readonly AnswerRange[] = [
  { first: '4.0', last: '5.5', endpoints },
  {
    first: '5.6',
    last: '5.8',
    endpoints: { ...endpoints, '/images/{id}/json': moby.ociImageInspect },
  },
];
