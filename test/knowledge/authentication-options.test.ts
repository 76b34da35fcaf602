import { describe, expect, it } from 'vitest';
import { openingOptions } from '../../src/build-analysis/programs/authentication-options.ts';

const none = (): readonly string[] => [];

describe('the options that let whoever comes into a server', () => {
  it.each([
    [['mariadbd', '--skip-grant-tables=1'], '--skip-grant-tables'],
    [['surreal', 'start', '--unauthenticated', 'memory'], '--unauthenticated'],
    [['openvscode-server', '--without-connection-token'], '--without-connection-token'],
    [['filebrowser', '--noauth'], '--noauth'],
    [['valkey-server', '--protected-mode', 'NO'], '--protected-mode NO'],
    [['jupyter', 'lab', '--IdentityProvider.token='], '--IdentityProvider.token'],
    [['dockerd', '--tls=false', '-Htcp://10.0.0.5:2375'], '--host tcp://10.0.0.5:2375'],
    [['dockerd', '--host', '0.0.0.0:2376', '--tlsverify=false'], '--host 0.0.0.0:2376'],
    [['dockerd-entrypoint.sh', '--tlsverify=false'], '--tlsverify false'],
    [['opensearch', '-Eplugins.security.disabled=true'], '-Eplugins.security.disabled true'],
  ])('%j has one', (words, found) => {
    expect(openingOptions(words, none)).toEqual({ open: [found], perhaps: [] });
  });
  it.each([
    [['mysqld', '--skip-grant-tables=0']],
    [['jupyter', 'lab', '--ServerApp.token']],
    [['redis-server', '--protected-mode']],
    [['web', '--noauth']],
    [['dockerd', '-H', 'fd://', '--host=unix:///var/run/docker.sock']],
    [['dockerd', '-H', 'tcp://:2375']],
    [['dockerd', '-H', 'tcp://[::1]:2375', '-H', 'localhost:2376']],
    [['dockerd-entrypoint.sh', '-H', 'tcp://0.0.0.0:2375', '--tls=false']],
    [['docker', '-H', 'tcp://0.0.0.0:2375', '--tlsverify=false', 'ps']],
    [['sh']],
    [['sh', '-c']],
    [['sh', 'start.sh', '-c']],
    [[]],
  ])('%j has none', (words) => {
    expect(openingOptions(words, none)).toEqual({ open: [], perhaps: [] });
  });
  it('names one that stands twice once', () => {
    const twice = ['sh', '-c', 'mongod --noauth || mongod --noauth'];
    expect(openingOptions(twice, none).open).toEqual(['--noauth']);
  });
  it('asks what image it is only where that decides', () => {
    const refuse = (): never => {
      throw new Error('asked');
    };
    expect(openingOptions(['traefik', '--api.insecure'], refuse).open).toEqual(['--api.insecure']);
    expect(() => openingOptions(['--noauth'], refuse)).toThrow('asked');
  });
});
