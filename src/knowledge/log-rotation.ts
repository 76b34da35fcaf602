/** Drivers that write to a file of the engine's, and whether one rotates when nothing is said. */
export const rotatesByDefault: ReadonlyMap<string, boolean> = new Map([
  ['json-file', false],
  ['k8s-file', false],
  ['local', true],
]);

/**
 * Whether a file driver rotates with this `max-size`: a number with a unit; -1 is the engine's word for
 * unlimited, `undefined` that nothing was said.
 */
export const rotates = (driver: string, maxSize: string | undefined): boolean =>
  maxSize === undefined ? rotatesByDefault.get(driver) === true : Number.parseFloat(maxSize) > 0;
