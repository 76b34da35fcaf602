/**
 * Registries, and repositories in them, that images may come from unless a team says otherwise. Anybody may
 * publish on Docker Hub, but not among its official images: those are reviewed, and rebuilt when their base
 * is. A registry of one's own has to be named, since nobody else can know it.
 *
 * @see https://docs.docker.com/docker-hub/image-library/trusted-content/
 */
export const trustedRegistries: readonly string[] = ['docker.io/library'];
