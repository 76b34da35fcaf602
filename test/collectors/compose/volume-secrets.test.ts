import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectCompose } from '../../../src/collectors/compose/collect-compose.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-compose-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function web(options: string, more = '', env: Readonly<Record<string, string>> = {}) {
  writeFileSync(
    join(folder, 'compose.yaml'),
    `services:\n  web: {image: w, volumes: ['data:/data']}\nvolumes:\n  data:${more}\n    driver_opts: ${options}\n`,
  );
  const collected = await collectCompose({
    files: ['compose.yaml'],
    cwd: folder,
    env,
    home: '/root',
    fingerprintKey: Buffer.alloc(32),
  });
  const found = collected.subjects.find(({ kind }) => kind === 'workload');
  const volume = collected.subjects.find(({ kind }) => kind === 'volume');
  if (!found) throw new Error('There is no service web.');
  return {
    whole: JSON.stringify(collected),
    secrets: found.facts['secretVolumeOptions'],
    at: found.sources?.['/secretVolumeOptions/0'],
    gaps: found.gaps.filter(({ path }) => path.startsWith('/secretVolumeOptions')),
    kept: volume?.facts['mountOptions'],
  };
}

describe('a secret among the options of a volume', () => {
  it('is told of what mounts it, at its line, and is in nothing that is kept', async () => {
    const { whole, secrets, at, kept } = await web(
      `{type: cifs, device: //nas/x, o: "username=u,password=canary-4711 canary-4712,addr=10.0.0.2"}`,
    );
    expect(secrets).toEqual([{ volume: 'data', option: 'password', rule: 'secret-name' }]);
    expect(at).toMatchObject({ line: 5 });
    expect(kept).toMatch(
      /^username=\[redacted [0-9a-f]{16}\],password=\[redacted [0-9a-f]{16}\],addr=10\.0\.0\.2$/,
    );
    expect(whole).not.toContain('canary');
  });

  it('is told of the option of a driver', async () => {
    const { whole, secrets } = await web('{sshcmd: "u@nas:/x", password: canary-4711}');
    expect(secrets).toEqual([{ volume: 'data', option: 'password', rule: 'secret-name' }]);
    expect(whole).not.toContain('canary');
  });

  it('is one where a variable gives it', async () => {
    const options = '{type: cifs, device: //nas/x, o: "user=u,pass=${PASS}"}';
    const { whole, secrets } = await web(options, '', { PASS: 'canary-4711' });
    expect(secrets).toEqual([{ volume: 'data', option: 'pass', rule: 'secret-name' }]);
    expect(whole).not.toContain('canary');
  });

  it('is not known where a variable has no value', async () => {
    const { gaps, kept } = await web(
      '{type: cifs, device: //nas/x, o: "user=${U},password=${P},ro"}',
    );
    expect(gaps).toMatchObject([
      {
        path: '/secretVolumeOptions/-',
        detail: { en: expect.stringMatching(/^U, P is not set/) as string },
      },
    ]);
    expect(kept).toBe('user=,password=,ro');
  });

  it('is none where a file holds it, and where another made the volume', async () => {
    const named = await web('{type: cifs, device: //nas/x, o: "credentials=/root/smb,seal"}');
    expect(named.secrets).toBeUndefined();
    const made = await web('{o: "password=canary-4711"}', '\n    external: true');
    expect(made.secrets).toBeUndefined();
  });
});
