import { basename } from 'node:path';

/** Files that Compose looks for by itself. */
export const composeNames: readonly string[] = [
  ...['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'],
];

/** Files that Compose lays over those by itself. */
export const overrideNames: readonly string[] = [
  ...['compose.override.yaml', 'compose.override.yml'],
  ...['docker-compose.override.yml', 'docker-compose.override.yaml'],
];

/** Ends of what has the name of a build file and is none: its ignore file, words about it, what it is made from. */
const otherEnds = /\.(?:dockerignore|md|rst|txt|j2|jinja2?|tmpl|tpl|template|erb|orig|rej|bak)$/i;

/** Whether a file is a build file by its name: `Dockerfile`, `Containerfile`, either with something before or behind. */
export const isBuildFileName = (path: string): boolean =>
  /^(?:.+\.)?(?:Dockerfile|Containerfile)(?:[.\-_].+)?$/i.test(basename(path)) &&
  !otherEnds.test(path);

/**
 * Whether a file is a Compose file by its name, that of a stack for a Swarm too; of others the content may be anybody's,
 * such as that of a pipeline.
 */
export const isComposeName = (path: string): boolean =>
  /^(?:(?:docker-)?compose|docker-stack)(?:[.\-_].+)?\.ya?ml$/.test(basename(path));
