import { setMaxListeners } from 'node:events';
import { PlimsollError } from '../../core/errors.ts';
import type { ResolvedInput } from './collect-input.ts';
import { composeId } from '../compose/compose-id.ts';
import type { Build } from '../gathering/build.ts';
import type { ReadingMemory } from '../engine/memory/reading-memory.ts';
import type { Outcome } from '../gathering/collector-result.ts';
import type { MalwareSession } from '../malware/scanning/session.ts';
import { parseRegistryAddress } from '../gathering/registry-address.ts';
import type { OwnTarget } from '../gathering/parse-target.ts';
import { pathFrom } from '../gathering/process-defaults.ts';
import { text } from '../../core/text.ts';

/** What is around one target. */
export interface AroundTarget {
  /** The scanners that are given every file of an image; none when absent. */
  readonly malware?: MalwareSession | undefined;
  /** How other targets build a Dockerfile; absent where none does. */
  readonly builds?: readonly Build[] | undefined;
  /** What was read of an engine before, and holds; nothing when absent. */
  readonly memory?: ReadingMemory;
}

/**
 * Reads one target, with the code of its kind, which is loaded when there is one. What it cannot read at all is the outcome's error, and a gap over every kind that it would have held.
 */
export async function collectTarget(
  target: OwnTarget,
  input: ResolvedInput,
  { malware, builds, memory }: AroundTarget = {},
): Promise<Outcome> {
  const { fingerprintKey, signal, onProgress, env, home, cwd, keepAnswers = false } = input;
  // Everything that is read listens to it at once; that is no leak.
  if (signal) setMaxListeners(0, signal);
  const options = { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) };
  let id = idOf(target);
  onProgress?.({ target: id, what: target.kind, done: 0, total: 0 });
  try {
    switch (target.kind) {
      case 'host': {
        const { collectHost } = await import('../host/collect-host.ts');
        const engineSockets = await socketsOf(input);
        return { harvest: await collectHost(target.root, { ...options, engineSockets }) };
      }
      case 'engine': {
        const [{ addressOf }, { collectEngine }] = await Promise.all([
          import('../engine/resolve-engine.ts'),
          import('../engine/collect-engine.ts'),
        ]);
        const address = await addressOf(target, env, home);
        id = address.id;
        return {
          harvest: await collectEngine(address, {
            ...options,
            keepAnswers,
            fingerprintKey,
            imageFiles: input.imageFiles === true || malware !== undefined,
            malware,
            ...(memory ? { memory } : {}),
            ...(input.onEngine ? { onEngine: input.onEngine } : {}),
          }),
        };
      }
      case 'compose': {
        const { collectCompose } = await import('../compose/collect-compose.ts');
        const { files } = target;
        return {
          harvest: await collectCompose({
            ...input.compose,
            files,
            cwd,
            env,
            home,
            fingerprintKey,
          }),
        };
      }
      case 'archive': {
        const { collectArchive } = await import('../archive/collect-archive.ts');
        return { harvest: await collectArchive(id, { ...options, cwd, fingerprintKey, malware }) };
      }
      case 'registry': {
        const address = parseRegistryAddress(target.address);
        if (address?.image === null) {
          const { collectRegistryService } =
            await import('../registry/collect-registry-service.ts');
          const own = { ...options, env, home, fingerprintKey };
          return { harvest: await collectRegistryService(target.address, address, own) };
        }
        const { collectRegistryImage } = await import('../registry/collect-registry-image.ts');
        return {
          harvest: await collectRegistryImage(target.address, {
            ...options,
            env,
            home,
            cwd,
            fingerprintKey,
            malware,
            imageKeys: input.imageKeys ?? [],
          }),
        };
      }
      case 'own': {
        const { collectOwn } = await import('../custom/collect-own.ts');
        return { harvest: await collectOwn(target.collector, { ...options, fingerprintKey }) };
      }
      case 'scanner': {
        const [{ collectReport }, { readReportFile }] = await Promise.all([
          import('../scanner/reports/collect-report.ts'),
          import('../scanner/reports/read-report-file.ts'),
        ]);
        return { harvest: collectReport(await readReportFile(pathFrom(cwd, id)), id) };
      }
      case 'falco': {
        const { collectFalco } = await import('../falco/collect-falco.ts');
        return { harvest: await collectFalco(id, target.path, cwd) };
      }
      case 'dockerfile': {
        const { collectDockerfile } = await import('../dockerfile/collect-dockerfile.ts');
        return {
          harvest: await collectDockerfile(id, {
            ...options,
            ...(target.also ? { also: target.also } : {}),
            cwd,
            fingerprintKey,
            builds,
          }),
        };
      }
      case 'devcontainer': {
        const { collectDevContainer } = await import('../devcontainer/collect-devcontainer.ts');
        return {
          harvest: await collectDevContainer({ path: id, cwd, env, home, fingerprintKey }),
        };
      }
      case 'unread':
        throw target.error;
      case 'path':
        throw new PlimsollError(
          'target-unknown',
          text(
            `${target.path} is not something to collect from.`,
            `${target.path} 不能作为采集目标。`,
          ),
          {
            hint: text(
              'A saved snapshot is judged with: plimsoll assess FILE',
              '评判已保存的快照：plimsoll assess FILE',
            ),
          },
        );
    }
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    const { unreadable } = await import('./unreadable-target.ts');
    return { harvest: unreadable(id, target, error), error };
  }
}

/** The sockets of the engines among the targets. One that cannot be found fails where it is scanned. */
async function socketsOf({ targets, env, home }: ResolvedInput): Promise<readonly string[]> {
  const engines = targets.filter((each) => each.kind === 'engine');
  if (engines.length === 0) return [];
  const { addressOf } = await import('../engine/resolve-engine.ts');
  const found = await Promise.allSettled(
    engines.map(async (each) => {
      const { transport } = await addressOf(each, env, home);
      return transport.kind === 'unix' ? [transport.socketPath] : [];
    }),
  );
  return found.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
}

function idOf(target: OwnTarget): string {
  switch (target.kind) {
    case 'host':
      return `host:${target.root}`;
    case 'engine':
      return ('docker' in target ? target.name : target.address) ?? 'engine';
    case 'compose':
      return composeId(target.files);
    case 'registry':
      return `registry:${target.address}`;
    case 'falco':
      return `falco:${target.path}`;
    case 'own':
      return target.collector.id;
    case 'unread':
      return target.as === 'compose' ? composeId([target.path]) : target.path;
    case 'archive':
    case 'dockerfile':
    case 'devcontainer':
    case 'scanner':
    case 'path':
      return target.path;
  }
}
