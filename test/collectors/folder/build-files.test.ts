import { expect, it } from 'vitest';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

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
  '# syntax=example.org/other:1\nimage: debian\n',
  '#syntax = r2d4/mocker\napiVersion: v1\n',
])(
  'a file without FROM that another frontend reads is not left out, and not understood: %j',
  async (text) => {
    expect(await scan(text, '.')).toEqual({
      subjects: ['other/Dockerfile'],
      failed: ['Dockerfile dockerfile-invalid'],
      leftOut: [],
    });
  },
);

it.each(['# syntax=docker/dockerfile:1\nRUN x\n', 'words\n'])(
  'a file without FROM for the usual frontend is left out: %j',
  async (text) => {
    expect((await scan(text, '.')).leftOut).toEqual(['Dockerfile']);
  },
);
