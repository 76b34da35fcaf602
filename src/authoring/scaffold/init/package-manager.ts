import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How a program that installs packages is spoken to. */
export interface PackageManager {
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'bun';
  readonly lockFiles: readonly string[];
  /** In a pipeline: what the lock file says and nothing else. */
  readonly installLocked: string;
  /** Installs a package that `package.json` does not name yet, and names it there. */
  readonly add: string;
  /** Runs a script of `package.json`. */
  readonly run: string;
  /** Runs a program of an installed package. */
  readonly exec: string;
}

const npm: PackageManager = {
  name: 'npm',
  lockFiles: ['package-lock.json', 'npm-shrinkwrap.json'],
  installLocked: 'npm ci',
  add: 'npm install --save-dev',
  run: 'npm run',
  exec: 'npx',
};

const managers: readonly PackageManager[] = [
  npm,
  {
    name: 'pnpm',
    lockFiles: ['pnpm-lock.yaml'],
    installLocked: 'corepack enable && pnpm install --frozen-lockfile',
    add: 'pnpm add --save-dev',
    run: 'pnpm run',
    exec: 'pnpm exec',
  },
  {
    name: 'yarn',
    lockFiles: ['yarn.lock'],
    installLocked: 'corepack enable && yarn install --immutable',
    add: 'yarn add --dev',
    run: 'yarn run',
    exec: 'yarn exec',
  },
  {
    name: 'bun',
    lockFiles: ['bun.lock', 'bun.lockb'],
    installLocked: 'bun install --frozen-lockfile',
    add: 'bun add --dev',
    run: 'bun run',
    exec: 'bunx',
  },
];

/**
 * The program that installs packages here: whose lock file is nearest, or else who started this one, as it says of
 * itself in `npm_config_user_agent`, or else npm.
 */
export function packageManagerOf(folder: string, userAgent = ''): PackageManager {
  for (let at = folder; ; at = dirname(at)) {
    const found = managers.find(({ lockFiles }) =>
      lockFiles.some((name) => existsSync(join(at, name))),
    );
    if (found) return found;
    if (dirname(at) === at) break;
  }
  return managers.find(({ name }) => userAgent.startsWith(`${name}/`)) ?? npm;
}
