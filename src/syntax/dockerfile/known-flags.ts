/**
 * The flags of the instructions that take any, in the case in which the builder knows them; it refuses a file with another.
 *
 * @see https://docs.docker.com/reference/dockerfile/
 */
export const flags: Readonly<Record<string, readonly string[]>> = {
  ADD: ['checksum', 'chmod', 'chown', 'exclude', 'keep-git-dir', 'link', 'unpack'],
  COPY: ['chmod', 'chown', 'exclude', 'from', 'link', 'parents'],
  FROM: ['platform'],
  HEALTHCHECK: ['interval', 'retries', 'start-interval', 'start-period', 'timeout'],
  RUN: ['device', 'mount', 'network', 'security'],
};

/** Whether an instruction takes flags at all. */
export const takesFlags = (keyword: string): boolean => Object.hasOwn(flags, keyword);
