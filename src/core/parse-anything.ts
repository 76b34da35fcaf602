import { PlimsollError } from './errors.ts';

/**
 * Reads a value about which nothing is known. What no file holds (a getter that throws, a circle, depth without an end)
 * is refused like everything else that is wrong with it.
 */
export function parseAnything<T>(read: () => T, refuse: (why: string) => PlimsollError): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof PlimsollError) throw cause;
    throw refuse(`it cannot be read: ${cause instanceof Error ? cause.message : typeof cause}`);
  }
}
