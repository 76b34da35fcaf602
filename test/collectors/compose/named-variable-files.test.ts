import { expect, it } from 'vitest';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

const files = {
  'compose.yaml': 'services: {a: {image: "x:1", privileged: "${P:-false}"}}\n',
  'on.env': 'P=true\n',
  'off.env': 'P=false\n',
  '.env': 'P=true\n',
};

it.each(['.', 'compose.yaml'])(
  'variables of %s come from the files that are named',
  async (path) => {
    const cwd = temporaryRoot(files);
    /** Whether the service of the project is privileged, as docker compose config says it. */
    const isPrivileged = async (env: Readonly<Record<string, string>>, envFile?: string) => {
      const { snapshot } = await collect({
        ...{ cwd, env, home: '/nonexistent', now: new Date() },
        targets: [{ kind: 'compose', files: [path] }],
        compose: envFile === undefined ? {} : { envFiles: [envFile] },
      });
      return snapshot.subjects.find(({ kind }) => kind === 'workload')?.facts['privileged'];
    };
    expect(await isPrivileged({})).toBe(true);
    expect(await isPrivileged({ COMPOSE_ENV_FILES: 'off.env' })).toBe(false);
    expect(await isPrivileged({ COMPOSE_ENV_FILES: 'off.env,on.env' })).toBe(true);
    expect(await isPrivileged({ COMPOSE_DISABLE_ENV_FILE: '1' })).toBe(false);
    expect(await isPrivileged({ COMPOSE_ENV_FILES: 'on.env' }, 'off.env')).toBe(false);
  },
);
