/**
 * How much is read of what others say. What is over a bound is a gap, which counts what was left out where that is known.
 */

/** Things of one kind that are read of one target: containers, images, volumes, … */
export const itemsAtMost = 10_000;

/** Items of a list, or members of an object, in what an engine answers of one thing. */
export const entriesAtMost = 10_000;

/** The same where there are many by nature: the files that changed in a container, and the tasks of a Swarm. */
export const manyEntriesAtMost = 100_000;

/** 16 MiB: an engine's answer about one thing; most have a few thousand bytes. */
export const answerBytesAtMost = 16 << 20;

/** 256 MiB: a list, which is read an item at a time. */
export const listBytesAtMost = 256 << 20;
