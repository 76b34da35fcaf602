/** The folders in which the files stand that a process has open. */
const descriptors = /^\/(?:proc\/(?:self|thread-self|\d+)(?:\/task\/\d+)?|dev)\/fd(?:\/|$)/;

/** Whether a path leads through a file that a process has open, as `/proc/self/fd/7`, however it is written. */
export function leadsThroughDescriptor(path: string): boolean {
  if (!path.includes('fd')) return false;
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
    // What comes behind it starts from there.
    if (descriptors.test(`/${segments.slice(0, 6).join('/')}`)) return true;
  }
  return false;
}
