import { isAbout, isSeenIn } from '../memory/names.ts';
import type { EngineEvent } from './engine-event.ts';

/** Says of a reading, by its name, whether something made it old. */
export type Forgotten = (name: string) => boolean;

/** For a reading of everything. */
export const everything: Forgotten = () => true;

/** Which readings events made old. Of an event that is not known, everything may be. */
export function forgottenBy(events: readonly EngineEvent[]): Forgotten {
  const old = events.map(oldBy);
  return (name) => old.some((isOld) => isOld(name));
}

function oldBy({ type, action, id, container, exec }: EngineEvent): Forgotten {
  switch (type) {
    case 'container':
      return action.startsWith('exec_')
        ? anyOf(isAbout('containers', id), isSeenIn(id), isAbout('exec', exec ?? ''))
        : withCounts(isAbout('containers', id), isSeenIn(id));
    case 'network':
      // Both name the container that is on it.
      return withCounts(isAbout('networks', id), isAbout('containers', container ?? ''));
    case 'volume':
      return withCounts(isAbout('volumes', id));
    case 'image':
      // An event names an image by any of its names.
      return withCounts((name) => name.startsWith('/images/'));
    case 'service':
    case 'node':
    case 'secret':
    case 'config':
      return withCounts(isAbout(`${type}s`, id));
    case 'plugin':
    case 'builder':
      return withCounts();
    default:
      return everything;
  }
}

const anyOf =
  (...each: readonly Forgotten[]): Forgotten =>
  (name) =>
    each.some((isOld) => isOld(name));

/** The engine counts what it has where it describes itself. */
const withCounts = (...each: readonly Forgotten[]): Forgotten =>
  anyOf((name) => name === '/info', ...each);
