import { expect, it } from 'vitest';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { defineCatalog } from '../../../src/core/controls/catalog.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

const catalog = defineCatalog({
  id: 'build-files',
  version: '1',
  controls: builtin.controls.filter(({ subject }) => subject.kind === 'dockerfile'),
});

async function scan(text: string, target: string) {
  const cwd = temporaryRoot({ Dockerfile: text, 'other/Dockerfile': 'FROM scratch\n' });
  const { snapshot, failures } = await collect({ targets: [target], cwd, env: {}, home: '/x' });
  return {
    subjects: snapshot.subjects.map(({ id }) => id),
    failed: failures.map(({ target: id, error }) => `${id} ${error.code}`),
    leftOut: snapshot.leftOut?.map(({ path }) => path) ?? [],
  };
}

it.each([
  ['by a backslash', 'FR\\\nOM debian\n'],
  ['with a comment between', 'FR\\\n# words\n\nOM debian\n'],
  ['by the escape character of the file', '# escape=`\nF`\nROM debian\n'],
  ['behind an ARG', 'ARG A=1\nFRO\\\nM debian\n'],
])('a FROM that is split %s is found', async (_, text) => {
  expect(await scan(text, '.')).toEqual({
    subjects: ['Dockerfile', 'other/Dockerfile'],
    failed: [],
    leftOut: [],
  });
  expect((await scan(text, 'Dockerfile')).subjects).toEqual(['Dockerfile']);
});

it.each([
  ['example.org/other:1', '# syntax=example.org/other:1\nimage: debian\n'],
  ['r2d4/mocker', '#syntax = r2d4/mocker\napiVersion: v1\n'],
  ['evil/f', '// syntax=evil/f\nFROM debian\n'],
  ['evil/f', '#!/usr/bin/x\n//check=skip=all\n//SYNTAX = evil/f more\n'],
  ['evil/f', '{"a": "b", "syntax": "evil/f"}'],
  ['evil/f', '# syntax=evil/f\nFROM debian\nWORK x\n'],
])(
  'a file that is no Dockerfile and that another frontend reads, %s, is not left out: the frontend is judged, the rest is not understood: %j',
  async (frontend, text) => {
    const cwd = temporaryRoot({ Dockerfile: text, 'other/Dockerfile': 'FROM scratch\n' });
    const { snapshot, failures } = await collect({ targets: ['.'], cwd, env: {}, home: '/x' });
    expect(failures.map(({ target, error }) => `${target} ${error.code}`)).toEqual([
      'Dockerfile dockerfile-invalid',
    ]);
    expect(snapshot.leftOut ?? []).toEqual([]);
    const { findings } = assess(snapshot, { catalog });
    const own = findings.filter(({ subject }) => subject.id === 'Dockerfile');
    const trusted = own.find(({ controlId }) => controlId === 'dockerfile-frontend-trusted');
    expect(trusted).toMatchObject({ status: 'fail', message: { en: `Parsed by ${frontend}` } });
    const others = own.filter((each) => each !== trusted);
    expect(new Set(others.map(({ status }) => status))).toEqual(new Set(['unknown']));
  },
);

it.each(['# syntax=docker/dockerfile:1\nRUN x\n', 'words\n'])(
  'a file without FROM for the usual frontend is left out: %j',
  async (text) => {
    expect((await scan(text, '.')).leftOut).toEqual(['Dockerfile']);
  },
);
