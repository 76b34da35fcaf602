import { isListed, parseImageName } from '../syntax/image-reference/image-name.ts';

/** A variable in which images have a user of theirs that is not root. */
interface BaseUser {
  readonly variable: string;
  /** Repositories, or what their names begin with. */
  readonly images: readonly string[];
}

const jupyter = ['docker.io/jupyter', 'quay.io/jupyter', 'docker.io/jupyterhub'];

/**
 * Variables that are made to stand behind USER, as the publishers of these images say.
 *
 * @see https://devblogs.microsoft.com/dotnet/securing-containers-with-rootless/
 * @see https://jupyter-docker-stacks.readthedocs.io/en/latest/using/common.html
 * @see https://micromamba-docker.readthedocs.io/en/latest/quick_start.html
 */
const baseUsers: readonly BaseUser[] = [
  { variable: 'APP_UID', images: ['mcr.microsoft.com/dotnet'] },
  { variable: 'NB_UID', images: jupyter },
  { variable: 'NB_USER', images: [...jupyter, 'docker.io/rocker/binder'] },
  { variable: 'MAMBA_USER', images: ['docker.io/mambaorg/micromamba'] },
  { variable: 'MAMBA_USER_ID', images: ['docker.io/mambaorg/micromamba'] },
  { variable: 'AIRFLOW_UID', images: ['docker.io/apache/airflow'] },
];

/** Whether an image has a user that is not root in a variable: `${APP_UID}` upon those of .NET. */
export function hasUserIn(image: string, spelled: string): boolean {
  const name = /^\$\{(\w+)\}$/.exec(spelled)?.[1];
  const known = baseUsers.find(({ variable }) => variable === name);
  return known !== undefined && isListed(parseImageName(image).repository, known.images);
}

/** Images that start as a user of theirs which is not root, by what their publishers say. */
interface UnprivilegedBase {
  readonly images: readonly string[];
  /** Of these tags alone; of every one where absent. */
  readonly tags?: RegExp;
}

/**
 * @see https://github.com/GoogleContainerTools/distroless
 * @see https://github.com/nginx/docker-nginx-unprivileged
 * @see https://github.com/dotnet/dotnet-docker/blob/main/documentation/distroless.md
 * @see https://hub.docker.com/_/docker
 */
const unprivilegedBases: readonly UnprivilegedBase[] = [
  { images: ['gcr.io/distroless'], tags: /(?:^|-)nonroot(?:-|$)/ },
  {
    images: [
      'docker.io/nginxinc',
      'ghcr.io/nginx',
      'ghcr.io/nginxinc',
      'quay.io/nginx',
      'public.ecr.aws/nginx',
    ].map((owner) => `${owner}/nginx-unprivileged`),
  },
  { images: ['mcr.microsoft.com/dotnet'], tags: /chiseled|distroless/ },
  { images: ['docker.io/library/docker'], tags: /(?:^|-)rootless$/ },
];

/** Whether an image is known to start as another user than root. */
export function startsUnprivileged(image: string): boolean {
  const { repository, tag } = parseImageName(image);
  return unprivilegedBases.some(
    ({ images, tags }) => isListed(repository, images) && tags?.test(tag ?? '') !== false,
  );
}
