import { segment } from '../endpoints/segment.ts';

/** Names of readings of the host; those of answers are their endpoints. */
export const readings = {
  /** The engine's own process. */
  daemon: 'host daemon',
  /** What runs in a container. */
  inside: (container: string): string => `host ${container} inside`,
  /** What lies in an image, seen in one container that runs it. */
  files: (image: string, container: string): string => `host ${container} files ${image}`,
};

/** Endpoints about one thing whose changes the engine reports, and those that describe the engine itself. */
const remembered =
  /^\/(?:containers\/[^/]+\/(?:json|changes)|exec\/[^/]+\/json|images\/.+\/(?:json|history)|(?:networks|volumes|nodes|services|secrets|configs)\/[^/?]+|info|version)$/;

const aboutContainer = /^\/containers\/[^/]+\/json$/;

/** Whether what an engine answers there holds until it reports a change. */
export const isRemembered = (endpoint: string): boolean => remembered.test(endpoint);

/** Whether an answer holds: of containers that do not run, engines do not report that they were connected to a network. */
export const holds = (endpoint: string, answer: unknown): boolean =>
  !aboutContainer.test(endpoint) || isRunning(answer);

function isRunning(answer: unknown): boolean {
  const state: unknown = isObject(answer) ? answer['State'] : undefined;
  return isObject(state) && state['Running'] === true;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether a reading is about one thing. */
export const isAbout =
  (kind: string, id: string) =>
  (name: string): boolean => {
    const path = `/${kind}/${segment(id)}`;
    return name === path || name.startsWith(`${path}/`);
  };

/** Whether a reading was made on the host, about one container. */
export const isSeenIn =
  (container: string) =>
  (name: string): boolean =>
    name.startsWith(`host ${container} `);
