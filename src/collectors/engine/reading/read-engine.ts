import { text } from '../../../core/text.ts';
import { setImmediate as others } from 'node:timers/promises';
import { PlimsollError } from '../../../core/errors.ts';
import {
  rawInfo,
  rawPlugins,
  type RawInfo,
  type RawPlugins,
  type RawVersion,
} from '../api-schemas/engine.ts';
import { type RawChanges, type RawContainer, isRunning } from '../api-schemas/container.ts';
import type { RawNetwork } from '../api-schemas/network.ts';
import type { RawVolume } from '../api-schemas/volume.ts';
import { productOf } from '../api-schemas/product.ts';
import type { EngineAddress } from '../address/engine-address.ts';
import { contactError } from '../client/contact-error.ts';
import type { EngineClient } from '../client/engine-client.ts';
import type { Call } from '../client/read-only.ts';
import { isMissing, read, type Missing } from '../../gathering/partial-facts.ts';
import { askEngine, type AskedEngine, type TakenAnswer } from '../api-schemas/ask-engine.ts';
import { unlistedFailure, type Answer } from '../client/failure.ts';
import { findHost, lookForDaemon, type HostView } from './find-host.ts';
import { recallOr, type ReadingMemory } from '../memory/reading-memory.ts';
import { readings } from '../memory/names.ts';
import { valuesOf, type Listing, type OnListed } from './listing.ts';
import { probeAddress, type OutsideView } from './probe-address.ts';
import {
  readContainers,
  readImages,
  readNetworks,
  readVolumes,
  type ReadImage,
} from './read-objects.ts';
import type { Unread } from '../../gathering/unread-gap.ts';
import { lookAtFiles, type ShownFiles } from './read-container-files.ts';
import { lookInside, readChanges, type Inside } from './read-container-processes.ts';
import { readSessions, type Sessions } from './read-sessions.ts';
import { readSwarm, type SwarmReadings } from './read-swarm.ts';

/** Everything that was read of an engine, as it was sent. */
export interface EngineAnswers {
  readonly version: Answer<RawVersion>;
  readonly info: Answer<RawInfo>;
  readonly plugins: Answer<RawPlugins>;
  readonly containers: Listing<RawContainer>;
  readonly images: Listing<ReadImage>;
  readonly networks: Listing<RawNetwork>;
  readonly volumes: Listing<RawVolume>;
  readonly swarm: SwarmReadings;
  readonly host: HostView;
  /** Where it listens as far as that is seen from outside; `null` where its host tells, or nothing is seen. */
  readonly outside: OutsideView | null;
  /** What runs in the containers that run, by their ids. */
  readonly inside: ReadonlyMap<string, Inside>;
  /** Which files changed in the containers that run, by their ids. */
  readonly changes: ReadonlyMap<string, Answer<RawChanges>>;
  /** What lies in an image, by its id. */
  readonly imageFiles: (image: string) => ShownFiles | Unread;
  /** The further commands in the containers that run, by their ids; of most there are none. */
  readonly sessions: ReadonlyMap<string, Sessions | Missing>;
  /** The Unix socket at which it was asked, as this process names it; `null` where there is none. */
  readonly askedAt: string | null;
  /** What was read of each answer, by its endpoint. */
  readonly taken: TakenAnswer;
}

/** What a reading goes by. */
export interface ReadingOptions {
  /** Where the host's processes are seen. */
  readonly procRoot: string;
  readonly memory: ReadingMemory;
  readonly onListed: OnListed;
}

/** Reads all that an engine and its host tell. */
export async function readEngine(
  way: EngineClient,
  address: EngineAddress,
  { procRoot, memory, onListed }: ReadingOptions,
): Promise<EngineAnswers> {
  const client = askEngine(way);
  const { version: versionAsked } = client;
  const infoAsked = client.get(askInfo, rawInfo);
  // The engine takes longest over these, and works on them while the host's own files are read.
  const changesAsked: Promise<readonly [string, Answer<RawChanges>]>[] = [];
  const sessionsAsked: Promise<readonly [string, Sessions | Missing]>[] = [];
  const containersAsked = readContainers(client, onListed, (container) => {
    if (!isRunning(container)) return;
    changesAsked.push(readChanges(client, container));
    const ids = read(() => container.ExecIDs);
    if (isMissing(ids)) sessionsAsked.push(Promise.resolve([container.Id, ids]));
    else if (ids.length > 0) sessionsAsked.push(readSessions(client, container.Id, ids));
  });

  const lookAtHost = async () => {
    // The first requests are on their way before /proc is read, which is done without waiting.
    await others();
    await others();
    const atAddress = await recallOr(
      memory,
      readings.daemon,
      (found) => 'process' in found,
      () => lookForDaemon(procRoot, address.transport),
    );
    const [info, containers] = await Promise.all([infoAsked, containersAsked]);
    const running = valuesOf(containers).filter(isRunning);
    const known = 'value' in info ? info.value : undefined;
    const host = await findHost(atAddress, running, known, procRoot);
    const outside = 'process' in host.daemon ? null : await probeAddress(address.transport);
    const inside = await lookInside(client, running, host, memory);
    const changes = new Map(await Promise.all(changesAsked));
    return {
      host,
      outside,
      inside,
      changes,
      imageFiles: await lookAtFiles(running, changes, host, memory),
      sessions: new Map(await Promise.all(sessionsAsked)),
    };
  };
  const everything = Promise.all([
    infoAsked,
    containersAsked,
    // Podman without an image answers `null`.
    readImages(client, onListed, async () => {
      const version = await versionAsked;
      return 'value' in version && productOf(version.value) === 'podman';
    }),
    readNetworks(client, onListed),
    readVolumes(client, onListed),
    client.get((docker) => docker.listPlugins(), rawPlugins),
    infoAsked.then((answer) => readSwarm(client, answer, onListed)),
    lookAtHost(),
  ]);
  // To ask one after the other would take longer; but whether this is an engine at all is settled first.
  const version = await versionAsked;
  await assertEngine([version, await infoAsked], client, address);
  const [info, listed, images, networks, volumes, plugins, swarm, onHost] = await everything;
  const containers = await recount(client, listed, [version, info]);
  const askedAt = address.transport.kind === 'unix' ? address.transport.socketPath : null;
  const things = { containers, images, networks, volumes, swarm };
  const { taken } = client;
  return { version, info, plugins, ...things, ...onHost, askedAt, taken };
}

/**
 * Holds a list of containers to the number that the engine itself counts: what hides some of them between the engine and its
 * reader may forget the number. It counts once more, since some may have gone before they were listed.
 */
async function recount(
  client: AskedEngine,
  containers: Listing<RawContainer>,
  [version, info]: readonly [Answer<RawVersion>, Answer<RawInfo>],
): Promise<Listing<RawContainer>> {
  const { existed, failure, over } = containers;
  const counted = countedBy(info);
  if ((failure ?? over) || counted <= existed) return containers;
  // Podman counts what it does not list.
  if ('value' in version && productOf(version.value) === 'podman') return containers;
  const again = Math.min(counted, countedBy(await client.get(askInfo, rawInfo)));
  if (again <= existed) return containers;
  const short = unlistedFailure('/containers/json?all=true', existed, again);
  return { ...containers, existed: again, over: short };
}

const askInfo: Call = (docker) => docker.info();

/** How many containers an engine says that it has; 0 where it does not say. */
function countedBy(info: Answer<RawInfo>): number {
  const counted = 'value' in info && read(() => info.value.Containers);
  return typeof counted === 'number' ? counted : 0;
}

/** What an engine may answer instead of describing itself, being one all the same. */
const refusals = new Set([401, 403, 500, 501, 503]);

/** @throws PlimsollError when nothing that answers is an engine */
async function assertEngine(
  descriptions: readonly [Answer<RawVersion>, Answer<RawInfo>],
  client: EngineClient,
  address: EngineAddress,
): Promise<void> {
  const isEngine = descriptions.some(
    (answer) => 'value' in answer || refusals.has(answer.failure.status ?? 0),
  );
  const [version] = descriptions;
  if ('value' in version && read(() => version.value.Os) === 'windows') {
    throw new PlimsollError(
      'target-unknown',
      text(
        `The engine at ${address.id} runs Windows containers, which are not judged.`,
        `引擎 ${address.id} 运行 Windows 容器，不在检查之列。`,
      ),
      {
        hint: text(
          'Switch Docker Desktop to Linux containers, or name its context: context:desktop-linux',
          '请将 Docker Desktop 切换到 Linux 容器，或指明其上下文：context:desktop-linux',
        ),
      },
    );
  }
  if (isEngine || !('failure' in version)) return;
  throw await contactError(address, version.failure, client.lastTransportError());
}
