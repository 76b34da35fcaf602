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
const otherEnds =
  /\.(?:dockerignore|md|rst|txt|j2|jinja2?|tmpl|tpl|template|erb|m4|in|orig|rej|bak|nanorc|tm(?:Language|Preferences|Snippet))$/i;

/** Source code about build files: `dockerfile_test.go`. With a capital, `Dockerfile.go` is how something in Go is built. */
const sourceCode =
  /(?:docker|container)file(?:[.\-_].*)?\.(?:go|rs|py|rb|[cm]?[jt]sx?|[ch](?:c|pp)?|lua|vim|el|scm|json|ya?ml|toml|xml|html?|css|snap)$/;

/** Whether a file is a build file by its name: `Dockerfile`, `Containerfile`, either with something before or behind. */
export function isBuildFileName(path: string): boolean {
  const name = basename(path);
  return (
    /^(?:.+\.)?(?:Dockerfile|Containerfile)(?:[.\-_].+)?$/i.test(name) &&
    !otherEnds.test(name) &&
    !sourceCode.test(name)
  );
}

/**
 * Whether a file is a Compose file by its name, that of a stack for a Swarm too; of others the content may be anybody's,
 * such as that of a pipeline.
 */
export const isComposeName = (path: string): boolean =>
  /^(?:(?:docker-)?compose|docker-stack)(?:[.\-_].+)?\.ya?ml$/.test(basename(path));

/** Whether a file describes a dev container, by its name. */
export const isDevContainerName = (path: string): boolean =>
  /^\.?devcontainer\.json$/.test(basename(path));

/** The same where a tool looks for it: `.devcontainer.json`, or in `.devcontainer` or a folder there. */
export const isDevContainerPath = (path: string): boolean =>
  /(?:^|\/)(?:\.devcontainer\.json|\.devcontainer\/(?:[^/]+\/)?devcontainer\.json)$/.test(path);
