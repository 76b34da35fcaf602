import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultsIn } from '../../../../src/collectors/compose/check-project.ts';
import { fullName, isExternal } from '../../../../src/collectors/compose/facts/resource-names.ts';
import {
  loadProject,
  type Project,
  type ProjectInput,
} from '../../../../src/collectors/compose/loading/load-project.ts';
import { fieldOf, toPlain } from '../../../../src/syntax/compose/tree/nodes.ts';
import { readServiceFiles } from '../../../../src/collectors/compose/loading/service-files.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'plimsoll-compose-')), 'My.Shop');
  mkdirSync(folder);
});
afterEach(() => rmSync(dirname(folder), { recursive: true, force: true }));

async function load(
  files: Readonly<Record<string, string>>,
  input: Partial<ProjectInput> = {},
): Promise<Project> {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const project = await loadProject({
    files: ['compose.yaml'],
    cwd: folder,
    env: {},
    home: '/root',
    ...input,
  });
  const [fault] = faultsIn(project);
  if (fault) throw fault;
  return project;
}

const serviceOf = (project: Project, name = 'web') => {
  const service = project.services.get(name)?.value;
  if (!service) throw new Error(`There is no service ${name}.`);
  return toPlain(service);
};

async function variablesOf(project: Project, name = 'web') {
  const service = project.services.get(name)?.value;
  if (!service) throw new Error(`There is no service ${name}.`);
  const { environment } = await readServiceFiles(service, project);
  return Object.fromEntries(Array.from(environment, ([each, { value }]) => [each, value]));
}

const web = 'services: {web: {image: "web:${COMPOSE_PROJECT_NAME:?}"}}\n';

describe('the name of a project', () => {
  it.each<[string, string, string, Partial<ProjectInput>]>([
    ['its folder', 'myshop', web, {}],
    ['its file, of which is left what may stand in a name', 'my_app', `name: _My_App!\n${web}`, {}],
    ['the last document', 'two', `name: one\n${web}---\nname: two\n`, {}],
    ['a variable in its file', 'v1', `name: v\${V}\n${web}`, { env: { V: '1' } }],
    ['the environment', 'env', `name: file\n${web}`, { env: { COMPOSE_PROJECT_NAME: 'env' } }],
    [
      'whoever asks',
      'told',
      `name: file\n${web}`,
      { projectName: 'told', env: { COMPOSE_PROJECT_NAME: 'env' } },
    ],
  ])('comes from %s, and its files may use it', async (_, name, text, input) => {
    const project = await load({ 'compose.yaml': text }, input);
    expect(project.name).toBe(name);
    expect(serviceOf(project)).toEqual({ image: `web:${name}` });
  });

  it('comes from the last of several files', async () => {
    const files = ['compose.yaml', 'b.yaml'];
    const project = await load(
      { 'compose.yaml': `name: a\n${web}`, 'b.yaml': 'name: b' },
      { files },
    );
    expect(serviceOf(project)).toEqual({ image: 'web:b' });
  });

  it.each<[string, string, Partial<ProjectInput>]>([
    ['compose.yaml:1:7: name: nothing of it may stand in a name', `name: "!"\n${web}`, {}],
    ['"My_App" cannot be the name of a project', web, { projectName: 'My_App' }],
    ['"a b" cannot be the name of a project', web, { env: { COMPOSE_PROJECT_NAME: 'a b' } }],
  ])('is refused: %s', async (said, text, input) => {
    await expect(load({ 'compose.yaml': text }, input)).rejects.toThrow(said);
  });
});

describe('what may be made elsewhere', () => {
  const volume = async (text: string, env = {}) => {
    const service = 'services: {web: {image: w, volumes: ["v:/v"]}}\n';
    const project = await load(
      { 'compose.yaml': `name: p\n${service}volumes: {v: ${text}}` },
      { env },
    );
    const external = isExternal(fieldOf(project.whole, 'volumes', 'v'));
    return { external, name: fullName(project, 'volumes', 'v') };
  };

  it('is made by the project where external is false', async () => {
    const own = { external: false, name: 'p_v' };
    expect(await volume('{external: false}')).toEqual(own);
    expect(await volume('{external: "${E:-false}"}')).toEqual(own);
    expect(await volume('{external: "${E:-false}"}', { E: 'true' })).toEqual({
      external: true,
      name: 'v',
    });
  });

  it('has the name that the older spelling of external holds', async () => {
    expect(await volume('{external: {name: real}}')).toEqual({ external: true, name: 'real' });
    expect(await volume('{external: {}}')).toEqual({ external: true, name: 'v' });
    await expect(volume('{name: a, external: {name: b}}')).rejects.toThrow(
      'compose.yaml:3:41: volumes.v: name and external.name differ',
    );
  });
});

describe('files of variables', () => {
  it('of a project may name those of the ones before', async () => {
    const project = await load(
      {
        'compose.yaml': 'services: {web: {image: "w:${B}-${C}-${A}-${SET}"}}\n',
        'a.env': 'A=1\nSET\n',
        'b.env': 'B=$A\nA=2\nC=$A\n',
      },
      { envFiles: ['a.env', 'b.env'], env: { SET: 'x' } },
    );
    expect(serviceOf(project)).toEqual({ image: 'w:1-1-2-x' });
  });

  it('may be none: /dev/null, or a folder called .env', async () => {
    const text = 'services: {web: {image: "w:${A:-none}", env_file: /dev/null}}\n';
    const without = await load({ 'compose.yaml': text, '.env/pyvenv.cfg': '' });
    expect(serviceOf(without)).toMatchObject({ image: 'w:none' });
    expect(await variablesOf(without)).toEqual({});
    rmSync(join(folder, '.env'), { recursive: true });
    const off = await load({ '.env': 'A=1' }, { envFiles: ['/dev/null'] });
    expect(serviceOf(off)).toMatchObject({ image: 'w:none' });
  });

  it('are refused where a folder is named as one', async () => {
    const files = { 'compose.yaml': web, 'venv/pyvenv.cfg': '' };
    await expect(load(files, { envFiles: ['venv'] })).rejects.toThrow('venv is not a regular file');
  });

  it('are taken as they are written where their format is raw', async () => {
    const file = '# no\n\nA="$B" #c\r\n  D=1=2 \nHOST\nNOWHERE\n';
    const text = 'services: {web: {image: w, env_file: [{path: x.env, format: raw}]}}\n';
    const project = await load({ 'compose.yaml': text, 'x.env': file }, { env: { HOST: 'h' } });
    expect(await variablesOf(project)).toEqual({ A: '"$B" #c', D: '1=2 ', HOST: 'h' });
    await load({ 'x.env': 'A=1\nexport B=1\n' });
    await expect(variablesOf(project)).rejects.toThrow('x.env:2:1: a line of the form NAME=value');
  });

  it('hold labels, which may name labels of the ones before and no variables', async () => {
    const project = await load({
      'compose.yaml': 'services: {web: {image: w, label_file: [a, b]}}\n',
      a: 'A=1\n',
      b: 'B=$A\nC=$COMPOSE_PROJECT_NAME\nD\nA\n',
    });
    const service = project.services.get('web')?.value;
    const { labels } = await readServiceFiles(service ?? project.whole, project);
    expect(labels).toEqual({ A: '1', B: '1', C: '' });
  });
});

describe('what is included', () => {
  const inner =
    'services: {db: {image: "db:1", privileged: true, volumes: ["data:/d"]}}\nvolumes: {data: }\n';

  it('lies below the file itself', async () => {
    const project = await load({
      'compose.yaml': 'include: [a.yaml]\nservices: {db: {privileged: false, hostname: db}}\n',
      'a.yaml': inner,
    });
    expect(serviceOf(project, 'db')).toMatchObject({
      image: 'db:1',
      hostname: 'db',
      privileged: false,
      volumes: [{ source: 'data' }],
    });
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['may be taken away by a later file', ['a.yaml', 'b.yaml'], ['web']],
    ['stays where the file that includes it takes it away', ['c.yaml'], ['db', 'web']],
    ['takes the place of what a file before has', ['a.yaml', 'c.yaml'], ['db', 'web']],
  ])('%s', async (_, files, names) => {
    const project = await load(
      {
        'inner.yaml': inner,
        'a.yaml': 'services: {db: {image: "db:0", hostname: a}, web: {image: w}}\n',
        'b.yaml': 'services: {db: !reset null}\n',
        'c.yaml': 'include: [inner.yaml]\nservices: {db: !reset null, web: {image: w}}\n',
      },
      { files },
    );
    expect([...project.services.keys()].toSorted()).toEqual(names);
    if (!names.includes('db')) return;
    const db = serviceOf(project, 'db');
    expect(db).toMatchObject({ image: 'db:1', privileged: true });
    expect(db).not.toHaveProperty('hostname');
  });

  it('may be there twice, and not in two ways', async () => {
    const files = {
      'compose.yaml': 'include: [a.yaml, b.yaml]\n',
      'a.yaml': inner,
      'b.yaml': inner,
    };
    expect([...(await load(files)).services.keys()]).toEqual(['db']);
    await expect(load({ ...files, 'b.yaml': inner.replace('db:1', 'db:2') })).rejects.toThrow(
      'a.yaml:1:12: services.db is also in what is included at line 1',
    );
  });
});

describe('what is not looked at', () => {
  it('is the rest of a file of which one service is extended', async () => {
    const text = 'services: {web: {extends: {file: b.yaml, service: b}}}\n';
    const rest = 'services: {b: {image: b}, c: {image: "${C:?}", privilegd: 1}}\nvolumes: 7\n';
    expect(serviceOf(await load({ 'compose.yaml': text, 'b.yaml': rest }))).toEqual({ image: 'b' });
    await expect(load({ 'b.yaml': 'services: {c: {}}' })).rejects.toThrow(
      'compose.yaml:1:27: b.yaml has no service b',
    );
  });

  it('is a field of a newer Compose', async () => {
    const project = await load({
      'compose.yaml':
        'services: {web: {image: w, pre_start: [{command: x}]}}\njobs: {j: {image: j}}\n',
    });
    expect([...project.services.keys()]).toEqual(['web']);
  });

  it('is a service without a word, where another file has one', async () => {
    const files = ['compose.yaml', 'b.yaml'];
    const project = await load(
      { 'compose.yaml': 'services: {web: {image: w}}', 'b.yaml': 'services: {web: }' },
      { files },
    );
    expect(serviceOf(project)).toEqual({ image: 'w' });
    await expect(load({}, { files: ['b.yaml'] })).rejects.toThrow(
      'b.yaml:1:17: services.web: must be a map',
    );
    await expect(load({ 'c.yaml': '# no\n' }, { files: ['c.yaml'] })).rejects.toThrow(
      'c.yaml:1:1: c.yaml holds nothing',
    );
  });
});
