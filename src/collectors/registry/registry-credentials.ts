import { spawn } from 'node:child_process';
import { join, parse } from 'node:path';
import { z } from 'zod';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { dockerFolder, optionalText } from '../engine/address/docker-files.ts';
import type { ProcessDefaults } from '../gathering/process-defaults.ts';

/** What a user shows a registry. */
export interface RegistryCredentials {
  readonly username: string;
  readonly password: string;
}

const optional = z.string().optional().catch(undefined);

const dockerConfig = z.object({
  auths: z
    .record(z.string(), z.object({ auth: optional, username: optional, password: optional }))
    .catch({}),
  credHelpers: z.record(z.string(), z.string()).catch({}),
  credsStore: optional,
});

const helperAnswer = z.object({ Username: z.string(), Secret: z.string() });

/** What stands for a name where the secret is an identity token: that is given by POST alone, which is not sent. */
const identityToken = '<token>';

/** What the docker command line files the credentials of Docker Hub under. */
const hubKey = 'https://index.docker.io/v1/';

/** Milliseconds within which a helper must answer; it may have to open a keyring. */
const helperTimeout = 10_000;

/** Bytes that are taken of what a helper answers. */
const mostAnswered = 1 << 16;

/**
 * Finds what the docker command line would show a registry: by a helper, from a store, or from its `config.json`, as `docker
 * login` left it; `undefined` where it has nothing, cannot be read, or a helper does not answer. The registry then
 * decides what it shows a stranger.
 *
 * @see https://docs.docker.com/reference/cli/docker/login/
 */
export async function findCredentials(
  host: string,
  { env, home }: Pick<ProcessDefaults, 'env' | 'home'>,
): Promise<RegistryCredentials | undefined> {
  const config = await readConfig(join(dockerFolder(env, home), 'config.json'));
  if (!config) return undefined;
  const key = host === 'docker.io' ? hubKey : host;
  const helper = config.credHelpers[key] ?? config.credsStore;
  const stored = helper === undefined ? undefined : await askHelper(helper, key, env);
  if (stored) {
    const { Username: username, Secret: password } = stored;
    return username === identityToken ? undefined : { username, password };
  }
  const filed =
    config.auths[key] ?? config.auths[`https://${key}`] ?? config.auths[`https://${key}/v1/`];
  if (!filed) return undefined;
  const written = Buffer.from(filed.auth ?? '', 'base64').toString('utf8');
  const colon = written.indexOf(':');
  const username = filed.username ?? written.slice(0, Math.max(0, colon));
  const password = filed.password ?? written.slice(colon + 1);
  return username === '' ? undefined : { username, password };
}

async function readConfig(path: string): Promise<z.output<typeof dockerConfig> | undefined> {
  try {
    const json = await optionalText(path);
    return json === undefined ? undefined : dockerConfig.safeParse(parseJsonText(json)).data;
  } catch {
    return undefined;
  }
}

/** Runs a helper that the user's own settings name, without a shell and away from the working folder. */
function askHelper(
  name: string,
  server: string,
  env: ProcessDefaults['env'],
): Promise<z.output<typeof helperAnswer> | undefined> {
  if (!/^[\w.-]+$/.test(name)) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const child = spawn(`docker-credential-${name}`, ['get'], {
      env,
      cwd: parse(process.cwd()).root,
      stdio: ['pipe', 'pipe', 'ignore'],
      killSignal: 'SIGKILL',
      timeout: helperTimeout,
    });
    let said = '';
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString('utf8');
      if (said.length > mostAnswered) child.kill('SIGKILL');
    });
    child.on('error', () => resolve(undefined));
    child.stdin.on('error', () => {});
    child.on('close', (code) => {
      if (code !== 0) return resolve(undefined);
      try {
        resolve(helperAnswer.safeParse(parseJsonText(said)).data);
      } catch {
        resolve(undefined);
      }
    });
    child.stdin.end(server);
  });
}
