/** A client that a user has: a `Dockerode` with any options, or anything with a modem like its own. */
export interface DockerLike {
  /** docker-modem's; dockerode types it as `any`. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly modem: any;
}
