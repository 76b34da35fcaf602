import { describe, expect, it } from 'vitest';
import { hasUserIn } from '../../../src/knowledge/base-users.ts';
import { isDataName, isLoadedName } from '../../../src/knowledge/data-file-names.ts';
import { leadsThroughDescriptor } from '../../../src/knowledge/descriptor-paths.ts';
import { deviceRuntime } from '../../../src/knowledge/device-runtimes.ts';
import { isKnownFolder } from '../../../src/knowledge/known-folders.ts';
import { findExposed, findHolder } from '../../../src/syntax/paths/listed-paths.ts';
import { supportEnd, supportEnds } from '../../../src/knowledge/os-support.ts';
import { sensitivePaths, systemPaths } from '../../../src/knowledge/sensitive-paths.ts';
import { hardLimit } from '../../../src/knowledge/ulimits.ts';

describe('the paths that no container may be given', () => {
  it('hold those that the host starts from', () => {
    expect(sensitivePaths).toEqual(expect.arrayContaining([...systemPaths]));
    expect(new Set(sensitivePaths).size).toBe(sensitivePaths.length);
  });

  it.each(sensitivePaths)('%s, with what holds it and what lies in it', (listed) => {
    const path = listed.replaceAll('*', 'ann');
    for (const given of [
      path,
      `${path}/deeper`,
      `${path}/`,
      `/.${path}`,
      path.replace(/^\/run/, '/var/run'),
    ]) {
      expect(findExposed(given, sensitivePaths)).toBe(listed);
      expect(findHolder(given, sensitivePaths)).toBe(listed);
    }
    const above = path.slice(0, path.lastIndexOf('/')) || '/';
    expect(findExposed(above, [listed])).toBe(listed);
    expect(findHolder(above, [listed])).toBeUndefined();
    expect(findExposed(`${path}x`, [listed])).toBeUndefined();
    expect(findExposed(path.slice(1), sensitivePaths)).toBeUndefined();
  });
});

describe('until when a system gets its fixes', () => {
  it.each(Object.entries(supportEnds))('%s: %s', (release, end) => {
    const [id = '', version = ''] = release.split(' ');
    expect(new Date(`${end}T00:00:00Z`).toISOString().slice(0, 10)).toBe(end);
    expect(supportEnd(id, version, supportEnds)).toBe(end);
    expect(supportEnd(id, `${version}.99.1`, supportEnds)).toBe(end);
    expect(supportEnd(id, `${version}9`, supportEnds)).not.toBe(end);
    expect(supportEnd(`x${id}`, version, supportEnds)).toBeUndefined();
  });
});

describe('a variable that is the user of an image', () => {
  it.each([
    ['APP_UID', 'mcr.microsoft.com/dotnet/aspnet:9.0'],
    ['NB_UID', 'jupyter/base-notebook'],
    ['NB_UID', 'quay.io/jupyter/minimal-notebook'],
    ['NB_UID', 'jupyterhub/singleuser'],
    ['NB_USER', 'jupyter/base-notebook'],
    ['NB_USER', 'rocker/binder'],
    ['MAMBA_USER', 'mambaorg/micromamba'],
    ['MAMBA_USER_ID', 'mambaorg/micromamba:2'],
    ['AIRFLOW_UID', 'apache/airflow:3'],
  ])('%s of %s', (variable, image) => {
    expect(hasUserIn(image, `\${${variable}}`)).toBe(true);
    expect(hasUserIn(image, variable)).toBe(false);
    expect(hasUserIn(image, `\${X${variable}}`)).toBe(false);
    expect(hasUserIn('debian:13', `\${${variable}}`)).toBe(false);
  });
});

describe('a runtime that hands devices in', () => {
  it.each(['nvidia', 'amd', 'habana', 'ascend'])('%s', (driver) => {
    const variable = `${driver.toUpperCase()}_VISIBLE_DEVICES`;
    expect(deviceRuntime(driver)).toEqual({ driver, variable });
    expect(deviceRuntime(`${driver}-experimental`)).toEqual({ driver, variable });
    expect(deviceRuntime(`x${driver}`)).toBeUndefined();
  });

  it.each(['runc', 'crun', 'kata', ''])('%s is none', (name) => {
    expect(deviceRuntime(name)).toBeUndefined();
  });
});

describe('a file by its name', () => {
  it.each(
    (
      'json json5 jsonl yml yaml toml ini conf cfg cnf properties env xml xsd csv tsv txt md rst htm html css svg png ' +
      'jpg jpeg gif ico ttf woff woff2 pdf sql db mmdb dat list sources repo service gpg asc sig pem crt cer der key ' +
      'pub jks p12 sha256 sha512sum md5 tar gz tgz tbz tbz2 txz bz2 xz zst lz4 7z zip deb rpm apk whl gem onnx ' +
      'safetensors gguf pt pth bin.gz'
    ).split(' '),
  )('is data: .%s', (ending) => {
    expect(isDataName(`/a/b.${ending}`)).toBe(true);
    expect(isDataName(`b.${ending.toUpperCase()}`)).toBe(true);
    expect(isDataName(`/a.${ending}/run`)).toBe(false);
    expect(isDataName(`b.${ending}.sh`)).toBe(false);
  });

  it.each([
    ...['README', 'LICENSE', 'licence', 'NOTICE', 'CHANGELOG', 'COPYING', 'AUTHORS', 'VERSION'],
    ...[
      'authorized_keys',
      'known_hosts',
      'hosts',
      'model.bin',
      'pytorch_model-1.bin',
      'ggml-a.bin',
    ],
  ])('is data: %s', (name) => {
    expect(isDataName(`/a/${name}`)).toBe(true);
    expect(isDataName(`/a/x${name}`)).toBe(false);
  });

  it.each('js mjs map php php8 phtml jar war ear class wasm so so.1.2 dll'.split(' '))(
    'is loaded by another program: .%s',
    (ending) => {
      expect(isLoadedName(`/a/b.${ending}`)).toBe(true);
      expect(isLoadedName(`/a.${ending}/run`)).toBe(false);
    },
  );
});

describe('a folder by its name', () => {
  it.each([
    ...[
      '/',
      '/app',
      '/bin',
      '/boot',
      '/config',
      '/data',
      '/dev',
      '/etc',
      '/home',
      '/lib',
      '/lib32',
    ],
    ...['/lib64', '/log', '/logs', '/media', '/mnt', '/opt', '/proc', '/root', '/run', '/sbin'],
    ...['/scripts', '/srv', '/sys', '/tmp', '/usr', '/var', '/work', '/workdir', '/workspace'],
    ...['/home/ann', '/mnt/a', '/srv/a', '/media/a', '/usr/bin', '/usr/local', '/usr/local/bin'],
    ...[
      '/usr/share',
      '/usr/src',
      '/var/lib',
      '/var/www',
      '/var/www/html',
      '/var/lib/a',
      '/var/log/a',
    ],
    ...['/etc/cron.d', '/run/lock', '~', '~ann', '$HOME', '${HOME}'],
  ])('%s', (path) => {
    expect(isKnownFolder(path)).toBe(true);
    // What lies in one of them may be a file.
    expect(isKnownFolder(`${path}/a.txt`)).toBe(/^\/(?:home|mnt|srv|media)$/.test(path));
  });
});

describe('a path through what a process has open', () => {
  it.each([
    ['/proc/self/fd/7', true],
    ['/proc/thread-self/fd', true],
    ['/proc/1/fd/3/../..', true],
    ['/proc/1/task/2/fd/3', true],
    ['/dev/fd/3', true],
    ['/a/../proc/./self//fd/7', true],
    ['/proc/self/fdinfo/7', false],
    ['/proc/self/../fd', false],
    ['/dev/fdx', false],
    ['/srv/proc/self/fd/7', false],
  ])('%s: %s', (path, expected) => {
    expect(leadsThroughDescriptor(path)).toBe(expected);
  });
});

describe('the hard limit on a resource', () => {
  it.each([
    [['nofile=1:2'], 2],
    [['nofile=3'], 3],
    [['nproc=9', 'nofile=1:4'], 4],
    [['nofile=1:-1'], -1],
    [['nofile=unlimited'], -1],
    [['xnofile=1'], -1],
    [[], -1],
  ])('of %j is %i', (limits, hard) => {
    expect(hardLimit(limits, 'nofile')).toBe(hard);
  });
});
