import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isEngineName } from '../../../src/collectors/engine/find-named.ts';
import {
  defaultTargets,
  parseTarget,
  parseTargetOf,
} from '../../../src/collectors/gathering/parse-target.ts';

describe('parseTarget', () => {
  it.each([
    ['unix:///run/docker.sock', { kind: 'engine', address: 'unix:///run/docker.sock' }],
    ['tcp://10.0.0.5:2376', { kind: 'engine', address: 'tcp://10.0.0.5:2376' }],
    ['ssh://ana@quay-1', { kind: 'engine', address: 'ssh://ana@quay-1' }],
    ['context:production', { kind: 'engine', address: 'context:production' }],
    ['host:/', { kind: 'host', root: '/' }],
    ['host:/host', { kind: 'host', root: '/host' }],
    ['compose:a.yaml', { kind: 'compose', files: ['a.yaml'] }],
    ['compose:a.yaml,b.yaml', { kind: 'compose', files: ['a.yaml', 'b.yaml'] }],
    ['clair:https://clair.example.org/', { kind: 'clair', url: 'https://clair.example.org' }],
    ['clair:http://127.0.0.1:6060/x', { kind: 'clair', url: 'http://127.0.0.1:6060/x' }],
    ['falco:/var/log/falco.json', { kind: 'falco', path: '/var/log/falco.json' }],
    ['registry:https://quay.example', { kind: 'registry', address: 'https://quay.example' }],
    ['registry:quay.example/app:1', { kind: 'registry', address: 'quay.example/app:1' }],
    ['snapshot.json', { kind: 'path', path: 'snapshot.json' }],
    ['./a:b.json', { kind: 'path', path: './a:b.json' }],
  ])('%s', (spelling, expected) => {
    expect(parseTarget(spelling)).toEqual(expected);
  });

  it.each([
    '',
    'host:',
    'host:relative',
    'http://localhost:2375',
    'ftp://x',
    'compose:',
    'compose:a,',
    'clair:',
    'falco:',
    'clair:example.org',
    'clair:ftp://x',
    'clair:https://user:secret@x',
    'clair:https://x?y',
    'registry:',
    'registry:https://user:secret@quay.example',
  ])('refuses %j', (spelling) => {
    expect(() => parseTarget(spelling)).toThrow(
      expect.objectContaining({ code: 'target-unknown' }),
    );
  });
});

describe('what is scanned when nothing is named', () => {
  const engine = { kind: 'engine', address: undefined };
  const host = { kind: 'host', root: '/' };
  it.each([
    ['the engine and this host', {}, 'linux', [engine, host]],
    ['a local socket by DOCKER_HOST', { DOCKER_HOST: 'unix:///x.sock' }, 'linux', [engine, host]],
    ['an engine elsewhere, without this host', { DOCKER_HOST: 'tcp://x:2376' }, 'linux', [engine]],
    ['a context, without this host', { DOCKER_CONTEXT: 'production' }, 'linux', [engine]],
    ['the engine alone where there is no Linux host', {}, 'darwin', [engine]],
  ])('%s', (_, env, platform, expected) => {
    expect(defaultTargets(env, platform)).toEqual(expected);
  });
});

describe('paths of Windows', () => {
  it.each([
    'C:\\project\\compose.yaml',
    'c:\\project\\compose.yaml',
    'c:/project',
    '.\\web\\Dockerfile',
  ])('are paths, whatever their drive: %s', (path) => {
    expect(parseTarget(path)).toEqual({ kind: 'path', path });
    expect(isEngineName(path)).toBe(false);
  });

  it.each([
    ['C:\\work\\app', { kind: 'path', path: 'C:/work/app' }],
    ['C:/work/app', { kind: 'path', path: 'C:/work/app' }],
    ['c:app', { kind: 'path', path: 'c:app' }],
    ['.\\web\\Dockerfile', { kind: 'path', path: './web/Dockerfile' }],
    ['\\\\server\\share\\web', { kind: 'path', path: '//server/share/web' }],
    [
      'compose:C:\\a\\compose.yaml,b\\prod.yaml',
      { kind: 'compose', files: ['C:/a/compose.yaml', 'b/prod.yaml'] },
    ],
    ['\\\\.\\pipe\\docker_engine', { kind: 'engine', address: 'npipe:////./pipe/docker_engine' }],
    ['//./pipe/docker_engine', { kind: 'engine', address: 'npipe:////./pipe/docker_engine' }],
  ])('%s has slashes from here on', (spelling, expected) => {
    expect(parseTargetOf(win32, spelling)).toEqual(expected);
  });

  it.each(['a\\b', '//./pipe/x', '\\\\.\\pipe\\x'])('%s is a name elsewhere', (path) => {
    expect(parseTargetOf(posix, path)).toEqual({ kind: 'path', path });
  });

  it.each([win32, posix])('no scheme is made of a drive behind a name', (rules) => {
    expect(() => parseTargetOf(rules, 'dockerfile:C:\\x')).toThrow('begins with dockerfile:');
  });

  it('are a host only where its files are', () => {
    expect(defaultTargets({}, 'win32')).toEqual([{ kind: 'engine', address: undefined }]);
    expect(defaultTargets({}, 'darwin')).toEqual([{ kind: 'engine', address: undefined }]);
  });
});
