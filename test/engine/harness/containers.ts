import type { TestEngine } from '../../support/docker-engine.ts';
import type { Expected, Row } from './family.ts';
import { inParallel } from './in-parallel.ts';

/** A container as the docker command line makes it, with what is expected of it. */
export interface Container {
  readonly name: string;
  /**
   * Options of `docker create` or `docker run`: one text, split at spaces, or a list of words. `{folder}` is
   * the engine's folder.
   */
  readonly options?: string | readonly string[];
  readonly image?: string;
  /** Sleeps for long unless told otherwise. */
  readonly command?: readonly string[];
  /** Whether it is started; absent means that it is only made. */
  readonly state?: 'running' | 'stopped' | 'paused' | 'ended';
  /** Options of a `docker exec` that goes on beside it; absent means that nobody enters. */
  readonly entered?: readonly string[];
  /** What is run in it as a shell line, once it runs. */
  readonly inside?: string;
  readonly expect: Expected;
}

const sleeping = ['sleep', '100000'];

/** Makes all containers, several at a time, each one after those that it joins. */
export async function makeContainers(
  { docker, image, folder }: Pick<TestEngine, 'docker' | 'image' | 'folder'>,
  containers: readonly Container[],
): Promise<void> {
  const make = async (container: Container): Promise<void> => {
    const { name, options = [], state, inside, entered } = container;
    const split = typeof options === 'string' ? options.split(' ') : options;
    const words = split.map((word) => word.replaceAll('{folder}', folder));
    const start = state === undefined ? ['create'] : ['run', '--detach'];
    const command = container.command ?? sleeping;
    await docker(...start, '--name', name, ...words, container.image ?? image, ...command);
    if (inside !== undefined) await docker('exec', name, 'sh', '-c', inside);
    if (entered) await docker('exec', '--detach', ...entered, name, ...sleeping);
    if (state === 'ended') await docker('wait', name);
    if (state === 'stopped') await docker('stop', '--time=0', name);
    if (state === 'paused') await docker('pause', name);
  };
  const joins = ({ options = [] }: Container): boolean =>
    (typeof options === 'string' ? options : options.join(' ')).includes('container:');
  await inParallel(
    containers.filter((each) => !joins(each)),
    6,
    make,
  );
  // One that joins another stands after it in the table.
  for (const container of containers.filter(joins)) await make(container);
}

/** The rows of containers. */
export const rowsOf = (containers: readonly Container[]): readonly Row[] =>
  containers.map(({ name, expect }) => ({ kind: 'workload', name, expect }));
