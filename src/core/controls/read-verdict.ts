import { carryFaults } from './faults.ts';
import type { Text } from '../text.ts';
import type { FailedPlace, Verdict, VerdictStatus } from './verdict.ts';

const statuses: ReadonlySet<unknown> = new Set([
  'pass',
  'fail',
  'unknown',
  'error',
  'not-applicable',
] satisfies VerdictStatus[]);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * What a check returned, as a verdict that stays as it is: each part is read once, so that no getter of its author's
 * runs later. `undefined` of what is none.
 *
 * @throws TypeError where it is one with parts that are of another type
 */
export function readVerdict(returned: unknown): Verdict | undefined {
  if (!isObject(returned)) return undefined;
  const { status, message: said, places } = returned;
  if (!statuses.has(status)) return undefined;
  const message = said === undefined ? undefined : readText(said);
  return {
    // It is one of the statuses.
    status: status as VerdictStatus,
    ...(message === undefined ? {} : { message }),
    ...(places === undefined ? {} : { places: readPlaces(places, said, message) }),
  };
}

function readText(said: unknown): Text {
  const { en, zh } = isObject(said) ? said : {};
  if (typeof en !== 'string' || typeof zh !== 'string') {
    throw new TypeError('its message is not a text in English and Chinese');
  }
  // It has both, and is known by being the same object.
  return carryFaults(said as Text, { en, zh });
}

/** @param whole the message about all; object identity distinguishes it from the message about one */
function readPlaces(places: unknown, said: unknown, whole: Text | undefined): FailedPlace[] {
  if (!Array.isArray(places)) throw new TypeError('its places are not a list');
  return Array.from(places as readonly unknown[], (place) => {
    const { path, message } = isObject(place) ? place : {};
    if (typeof path !== 'string') throw new TypeError('one of its places has no path');
    if (message === undefined) return { path };
    return { path, message: message === said ? whole : readText(message) };
  });
}
