import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFiles } from '../../../../src/collectors/compose/loading/find-files.ts';
import {
  loadProject,
  type Project,
  type ProjectInput,
} from '../../../../src/collectors/compose/loading/load-project.ts';
import { fieldOf, textOf } from '../../../../src/syntax/compose/tree/nodes.ts';
import { composeConfig } from '../../../support/compose-config.ts';
import { describeWithPrograms } from '../../../support/needs.ts';

let root: string;
let folder: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'plimsoll-find-')));
  folder = join(root, 'shop');
  for (const name of ['compose.yaml', 'compose.override.yaml', 'one.yml', 'two.yml']) one(name);
  one('sub/three.yml', '${X:-none}-${Y:-none}');
  one('../outside.yml');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** A file of one service, called as the file is, and one that a profile has. */
function one(name: string, tag = '1'): void {
  const service = /(\w+)(?:\.\w+)*$/.exec(name)?.[1] ?? '';
  const off = `  ${service}-off: {image: off, profiles: [off]}\n`;
  put(name, `services:\n  ${service}: {image: "w:${tag}", volumes: ["./v:/v"]}\n${off}`);
}

async function load(input: Partial<ProjectInput> = {}): Promise<Project> {
  const whole = { files: ['.'], cwd: folder, env: {}, home: '/root', ...input };
  return await loadProject({ ...whole, ...(await findFiles(whole)) });
}

const imagesOf = ({ services }: Project) =>
  Object.fromEntries(
    Array.from(services, ([name, { value }]) => [name, textOf(fieldOf(value, 'image'))]),
  );

/** What Compose makes of the folder when it is started there. */
function asComposeSays(env: Readonly<Record<string, string>>) {
  const { name, services } = composeConfig(folder, { files: [], env });
  const images = Object.entries(services as Record<string, { image: string }>);
  return { name, images: Object.fromEntries(images.map(([each, { image }]) => [each, image])) };
}

describeWithPrograms('a folder, against docker compose config', ['docker-compose'], () => {
  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['no .env', '', {}],
    ['one file, and no override beside it', 'COMPOSE_FILE=compose.yaml', {}],
    ['several', 'COMPOSE_FILE=one.yml:two.yml', {}],
    ['a separator', 'COMPOSE_FILE=one.yml--two.yml\nCOMPOSE_PATH_SEPARATOR=--', {}],
    ['no separator', 'COMPOSE_FILE=one.yml:two.yml\nCOMPOSE_PATH_SEPARATOR=', {}],
    [
      'a separator of the environment',
      'COMPOSE_FILE=one.yml,two.yml',
      { COMPOSE_PATH_SEPARATOR: ',' },
    ],
    ['the environment, which wins', 'COMPOSE_FILE=one.yml', { COMPOSE_FILE: 'two.yml' }],
    ['a variable', 'A=one\nCOMPOSE_FILE=${A}.yml:${B:-two.yml}', {}],
    ['the last of two', 'COMPOSE_FILE=one.yml\nCOMPOSE_FILE="two.yml"', {}],
    ['a folder below', 'COMPOSE_FILE=sub/three.yml:one.yml\nX=a', {}],
    ['a folder below, by the environment', 'X=a', { COMPOSE_FILE: 'sub/three.yml' }],
    [
      'profiles and a name',
      'COMPOSE_FILE=one.yml\nCOMPOSE_PROFILES=off\nCOMPOSE_PROJECT_NAME=told',
      {},
    ],
    [
      'both beside a file below',
      'COMPOSE_FILE=sub/three.yml\nCOMPOSE_PROFILES=off\nCOMPOSE_PROJECT_NAME=told',
      {},
    ],
  ])('%s', async (_, text, env) => {
    put('.env', `# Words\n${text}\n`);
    put('sub/.env', 'X=sub\nY=${X}\nCOMPOSE_FILE=nowhere\nCOMPOSE_PROJECT_NAME=below\n');
    const project = await load({ env });
    expect({ name: project.name, images: imagesOf(project) }).toEqual(asComposeSays(env));
  });
});

describe('COMPOSE_FILE', () => {
  const say = (text: string, name = '.env'): void => put(name, `# Words\n\n${text}\n`);

  it('has the paths of its files begin where they are', async () => {
    say('COMPOSE_FILE=sub/three.yml');
    const project = await load();
    expect(project.folder).toBe(join(folder, 'sub'));
  });

  it('says nothing where it is empty, or where other files are named as well', async () => {
    say('COMPOSE_FILE=');
    const usual = { compose: 'w:1' };
    expect(imagesOf(await load())).toEqual(usual);
    expect(imagesOf(await load({ env: { COMPOSE_FILE: '' } }))).toEqual(usual);
    say('COMPOSE_FILE=one.yml');
    const both = await load({ files: ['.', 'two.yml'] });
    expect(imagesOf(both)).toEqual({ ...usual, two: 'w:1' });
  });

  it('of the environment, or of a file that a person names, speaks of the working folder', async () => {
    say('COMPOSE_FILE=one.yml');
    say('COMPOSE_FILE=two.yml', 'other.env');
    const below = { cwd: root, files: ['shop'] };
    const at = (project: Project) => [...project.read.keys()];
    expect(at(await load({ envFiles: ['other.env'] }))).toEqual(['two.yml']);
    expect(at(await load({ ...below, env: { COMPOSE_FILE: 'outside.yml' } }))).toEqual([
      'shop/one.yml',
    ]);
    expect(at(await load({ ...below, envFiles: ['shop/other.env'] }))).toEqual([
      'shop/compose.yaml',
      'shop/compose.override.yaml',
    ]);
    expect(at(await load({ env: { COMPOSE_FILE: '../outside.yml' } }))).toEqual(['../outside.yml']);
  });

  it('of a project above the working folder is named from that folder, as a build file is', async () => {
    mkdirSync(join(folder, 'deep'));
    const at = async (cwd: string) => [...(await load({ cwd, files: ['..'] })).read.keys()];
    expect(await at(join(folder, 'deep'))).toEqual(['../compose.yaml', '../compose.override.yaml']);
    expect(await at(join(folder, 'sub'))).toEqual(['../compose.yaml', '../compose.override.yaml']);
  });

  it.each([
    ['nowhere.yml', /^\.env:3:1: There is no .*nowhere\.yml\.$/],
    ['one.yml:', /^\.env:3:1: .*shop could not be read|not a regular file/],
    ['sub', /^\.env:3:1: sub is not a regular file\.$/],
    ['-', /^\.env:3:1: There is no .*-\.$/],
    ['../outside.yml', /^\.env:3:1: .*outside\.yml is outside the project/],
    ['one.yml:/etc/passwd', /^\.env:3:1: \/etc\/passwd is outside the project/],
    ['link.yml', /^\.env:3:1: link\.yml is outside the project/],
    ['link/outside.yml', /^\.env:3:1: link\/outside\.yml is outside the project/],
    ['one.yml:'.repeat(300), /^\.env:3:1: more than 200 files are asked for$/],
    [`${'a'.repeat(5000)}.yml`, /^\.env:3:1: .*could not be read: ENAMETOOLONG\.$/],
    ['a\\0.yml', /^\.env:3:1: There is no /],
  ])('is refused where it stands: %#', async (files, said) => {
    symlinkSync('../outside.yml', join(folder, 'link.yml'));
    symlinkSync('..', join(folder, 'link'));
    say(`COMPOSE_FILE=${files}`);
    await expect(load()).rejects.toMatchObject({
      code: 'compose-invalid',
      message: expect.stringMatching(said) as string,
    });
  });

  it('may name what lies in the working folder, and beside the folder', async () => {
    say('COMPOSE_FILE=../outside.yml');
    const project = await load({ cwd: root, files: ['shop'] });
    expect([...project.read.keys()]).toEqual(['outside.yml']);
  });

  it('of the environment is told of where there is no such file', async () => {
    await expect(load({ env: { COMPOSE_FILE: 'nowhere.yml' } })).rejects.toMatchObject({
      code: 'file-not-found',
      hint: 'COMPOSE_FILE names it, in the environment.',
    });
  });
});
