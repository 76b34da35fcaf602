import { PlimsollError } from './errors.ts';
import { text, type Text } from './text.ts';

/**
 * Reads a value about which nothing is known. What no file holds (a getter that throws, a circle, depth without an end)
 * is refused like everything else that is wrong with it.
 */
export function parseAnything<T>(read: () => T, refuse: (why: Text) => PlimsollError): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof PlimsollError) throw cause;
    const why = cause instanceof Error ? cause.message : typeof cause;
    throw refuse(text(`it cannot be read: ${why}`, `无法读取：${why}`));
  }
}
