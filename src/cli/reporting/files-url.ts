import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * The address at which GitHub shows the files below the working folder as they were scanned, with a slash at its end;
 * `undefined` where no runner says which repository and commit that is, or where the folder is no part of its checkout.
 */
export function filesUrl(env: NodeJS.ProcessEnv, cwd: string): string | undefined {
  const {
    GITHUB_ACTIONS: running,
    GITHUB_SERVER_URL: server = '',
    GITHUB_REPOSITORY: repository = '',
    GITHUB_SHA: commit = '',
    GITHUB_WORKSPACE: workspace = '',
  } = env;
  const isKnown =
    running === 'true' &&
    /^https:\/\/[\w.-]+(:\d+)?$/.test(server) &&
    /^[\w.-]+\/[\w.-]+$/.test(repository) &&
    /^[\da-f]{40}$/.test(commit) &&
    workspace !== '' &&
    existsSync(join(workspace, '.git'));
  if (!isKnown) return undefined;
  const folder = relative(workspace, cwd).split(sep);
  if (folder[0] === '..') return undefined;
  const path = folder.map((each) => (each === '' ? '' : `${encodeURIComponent(each)}/`)).join('');
  return `${server}/${repository}/blob/${commit}/${path}`;
}
