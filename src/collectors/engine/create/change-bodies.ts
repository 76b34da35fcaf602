import { z } from 'zod';
import { flag, text, words } from '../../../syntax/json/go-json.ts';
import { rawContainer, type RawContainer } from '../api-schemas/container.ts';
import { bodyReader } from './read-body.ts';

/** What an engine changes of a container that is there: all of it but `PidsLimit` stays as it is where it is zero. */
const { shape } = rawContainer.shape.HostConfig.pick({
  Memory: true,
  MemoryReservation: true,
  MemorySwap: true,
  NanoCpus: true,
  CpuQuota: true,
  CpuPeriod: true,
  CpuShares: true,
  CpusetCpus: true,
  BlkioWeight: true,
  RestartPolicy: true,
});

/** The body of `POST /containers/{id}/update`. */
const updateBody = z.object({ ...shape, PidsLimit: z.number().optional() });

/** The body of `POST /containers/{id}/exec`. */
const execBody = z.object({ User: text, Privileged: flag, Cmd: words });

export type UpdateBody = z.output<typeof updateBody>;
export type ExecBody = z.output<typeof execBody>;

export const readUpdateBody = bodyReader(updateBody);
export const readExecBody = bodyReader(execBody);

/**
 * The settings of a container after an update, as the engine joins both.
 *
 * @see https://github.com/moby/moby/blob/v26.1.5/container/container_unix.go UpdateContainer
 */
export function updatedHost(
  before: RawContainer['HostConfig'],
  { PidsLimit, RestartPolicy, ...limits }: UpdateBody,
): RawContainer['HostConfig'] {
  // Parts of what was read may be gaps, and are not asked for here.
  const after = Object.defineProperties(
    {} as RawContainer['HostConfig'],
    Object.getOwnPropertyDescriptors(before),
  );
  const set = (key: string, value: unknown): unknown =>
    Object.defineProperty(after, key, { value, enumerable: true, configurable: true });
  for (const [key, value] of Object.entries(limits)) if (value) set(key, value);
  if (PidsLimit !== undefined) set('PidsLimit', Math.max(0, PidsLimit));
  if (RestartPolicy && RestartPolicy.Name !== '') set('RestartPolicy', RestartPolicy);
  return after;
}
