import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { addFile, temporaryRoot } from '../../support/temporary-root.ts';

const around = { env: {}, home: '/nonexistent', now: new Date(0) };

/** A project in a folder of its own, `above/project`, in which links have the names that tools look for. */
function project(links: Readonly<Record<string, string>>, git: boolean): string {
  const above = temporaryRoot({
    'outside.txt': 'FROM outside\n',
    'project/c.txt': 'services: {web: {image: "w:1", privileged: true}}\n',
    'project/real.txt': 'FROM debian\n',
    'project/secret.txt': '{"image": "d:1"}',
    'project/own/devcontainer.json': '{"image": "d:1"}',
  });
  const root = join(above, 'project');
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    symlinkSync(target, join(root, path));
  }
  if (git) execFileSync('git', ['init', '--quiet'], { cwd: root });
  return root;
}

async function scan(root: string, target = '.') {
  const { snapshot, failures } = await collect({ targets: [target], cwd: root, ...around });
  return {
    subjects: snapshot.subjects.map(({ kind, target: id }) => `${kind} ${id}`),
    failures: failures.map(({ target: id, error }) => `${id} ${error.code}: ${error.message}`),
    gaps: snapshot.gaps.map(({ kind, target: id }) => `${kind} ${id}`),
  };
}

describe.each([
  ['walked', false],
  ['listed by git', true],
])('links in a folder that is %s', (_, git) => {
  it('of one Compose file are one project, named by the file itself where it is beside them', async () => {
    const root = project(
      { 'compose.yaml': 'c.txt', 'compose.yml': 'c.txt', 'docker-compose.yml': 'compose.yaml' },
      git,
    );
    addFile(root, 'apart/docker-compose.yml', 'services: {web: {image: "w:1"}}');
    symlinkSync('docker-compose.yml', join(root, 'apart/compose.yaml'));
    const { subjects } = await scan(root);
    expect(subjects.filter((each) => each.startsWith('workload compose:')).toSorted()).toEqual([
      'workload compose:apart/docker-compose.yml',
      'workload compose:compose.yaml',
    ]);
  });

  it('are judged under their names where they stay in it', async () => {
    const root = project(
      {
        'compose.yaml': 'c.txt',
        'web/Dockerfile': '../real.txt',
        '.devcontainer/devcontainer.json': '../secret.txt',
        'sub/.devcontainer': '../own',
      },
      git,
    );
    const { subjects, failures } = await scan(root);
    expect(failures).toEqual([]);
    expect(subjects).toEqual(
      expect.arrayContaining([
        'workload compose:compose.yaml',
        'dockerfile web/Dockerfile',
        'workload .devcontainer/devcontainer.json',
        'workload sub/.devcontainer/devcontainer.json',
      ]),
    );
  });

  it('are not read, and say so, where they lead out, to nothing, in a circle or to a folder', async () => {
    const root = project(
      {
        Dockerfile: '../outside.txt',
        'a/Dockerfile': '/etc/passwd',
        'compose.yaml': 'gone',
        'b/Dockerfile': 'Dockerfile',
        'c/Dockerfile': '../own',
        '.devcontainer': '..',
        'ok/Dockerfile': '../real.txt',
      },
      git,
    );
    const { subjects, failures, gaps } = await scan(root);
    expect(subjects).toEqual(['dockerfile ok/Dockerfile']);
    expect(failures.toSorted()).toEqual([
      '.devcontainer file-unreadable: .devcontainer is a symbolic link that leads out of the scanned folder.',
      'Dockerfile file-unreadable: Dockerfile is a symbolic link that leads out of the scanned folder.',
      'a/Dockerfile file-unreadable: a/Dockerfile is a symbolic link that leads out of the scanned folder.',
      'b/Dockerfile file-unreadable: b/Dockerfile could not be read: ELOOP.',
      'c/Dockerfile file-unreadable: c/Dockerfile is not a regular file.',
      'compose:compose.yaml file-unreadable: compose.yaml is a symbolic link to nothing.',
    ]);
    expect(gaps).toEqual(
      expect.arrayContaining(['dockerfile Dockerfile', 'workload compose:compose.yaml']),
    );
  });
});

it('a pipe where a file belongs is not waited for, and is a gap', async () => {
  const root = project({}, false);
  execFileSync('mkfifo', [join(root, 'Dockerfile')]);
  // A folder of the name is one in which files are found.
  addFile(root, 'dockerfile.d/Dockerfile', 'FROM scratch\n');
  const { subjects, failures } = await scan(root);
  expect(subjects).toEqual(['dockerfile dockerfile.d/Dockerfile']);
  expect(failures).toEqual(['Dockerfile file-unreadable: Dockerfile is not a regular file.']);
});

it.each([
  ['.devcontainer/devcontainer.json', '../secret.txt'],
  ['web/Dockerfile', '../../outside.txt'],
  ['web/compose.yaml', '../c.txt'],
])('the link %s is read where a person names it', async (path, to) => {
  const { subjects, failures } = await scan(project({ [path]: to }, false), path);
  expect(failures).toEqual([]);
  expect(subjects).not.toEqual([]);
});
