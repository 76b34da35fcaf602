/** A client that a user has: a `Dockerode` with any options, or anything with a modem like its own. */
export interface DockerLike {
  /** docker-modem's, or anything with its `dial`; what it is given and gives is looked at where it is used. */
  readonly modem: unknown;
}
