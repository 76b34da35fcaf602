import type { Text } from '../text.ts';

const summedUp = new WeakMap<Text, () => readonly string[]>();

/**
 * Notes what a message sums up, which it may say once for several faults or leave out where they are many. The message
 * has to be one of its own: it is known by being the same object.
 *
 * @param faults is asked only when somebody wants to know
 */
export function sumUp(message: Text, faults: () => readonly string[]): Text {
  summedUp.set(message, faults);
  return message;
}

/**
 * The faults that a failure consists of, in English and in no order that means anything: as many as there are, the same
 * words several times where there are several that say the same. Of a message that sums up nothing, and of one that was
 * read from a file, it is the message.
 */
export function faultsOf(message: Text): readonly string[] {
  try {
    return summedUp.get(message)?.() ?? [message.en];
  } catch {
    // What an author says of each value alone runs only here.
    return [message.en];
  }
}

/** Has a copy of a message sum up what the message does. */
export function carryFaults(from: Text, to: Text): Text {
  const faults = summedUp.get(from);
  return faults === undefined ? to : sumUp(to, faults);
}
