import { execFile } from 'node:child_process';
import { copyFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtin } from '../../src/controls/registry/builtin.ts';
import type { AnyControl } from '../../src/core/controls/control.ts';
import { cliPath } from '../support/cli.ts';
import { blocksOf, type GuideBlock } from '../support/guides.ts';
import { runWarmCli } from '../support/warm-cli.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const page = 'docs/talk.md';
const text = await readFile(path.join(root, page), 'utf8');

/** What each topic of the page says, without the title. */
const topics = text
  .split(/^## /m)
  .slice(1)
  .map((topic) => ({ title: topic.slice(0, topic.indexOf('\n')), topic }));
const linked = /\[`([a-z][a-z0-9-]+)`\]\(controls\/([a-z0-9-]+)\.md\)/g;
const namedIn = (said: string): readonly string[] =>
  [...said.matchAll(linked)].map(([, id = '']) => id);
const controls = new Map<string, AnyControl>(
  builtin.controls.map((control) => [control.id, control]),
);

/** One of the list items of a topic, by how it begins; empty where it has none. */
const itemOf = (topic: string, begins: string): string =>
  new RegExp(`^- \\*\\*${begins}:\\*\\*[^]*?(?=^- |^$)`, 'm').exec(topic)?.[0] ?? '';

describe('the page of the founding talk', () => {
  it('has every topic of the talk', () => {
    expect(topics.map(({ title }) => title)).toHaveLength(23);
  });
  it.each(topics)('names controls that exist, each by its page: $title', ({ topic }) => {
    const links = [...topic.matchAll(linked)];
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter(([, id = '']) => !controls.has(id)).map(([, id]) => id)).toEqual([]);
    expect(links.filter(([, id, target]) => target !== id)).toEqual([]);
    // A name without a link is one, too.
    const kinds = new Set(builtin.controls.map(({ subject }) => subject.kind));
    const spans = [...topic.matchAll(/`([a-z]+(?:-[a-z0-9]+)+)`/g)].map(([, id = '']) => id);
    const likeControls = spans.filter((id) => [...kinds].some((kind) => id.startsWith(`${kind}-`)));
    expect(likeControls.filter((id) => !controls.has(id))).toEqual([]);
  });
  it.each(topics)('tells what is checked from what a person answers: $title', ({ topic }) => {
    const checked = namedIn(itemOf(topic, 'Controls'));
    const answered = namedIn(itemOf(topic, 'A person answers'));
    expect(checked.length).toBeGreaterThan(0);
    expect(checked.filter((id) => controls.get(id)?.question !== undefined)).toEqual([]);
    expect(answered.filter((id) => controls.get(id)?.question === undefined)).toEqual([]);
    expect(itemOf(topic, 'A person decides or does')).not.toBe('');
    expect([...checked, ...answered].toSorted()).toEqual(namedIn(topic).toSorted());
  });
});

describe('the commands of the founding talk', () => {
  let folder = '';
  const outputs = new Map<number, string>();
  const blocks = blocksOf(page, 'sh');

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-talk-'));
    await cp(path.join(root, 'examples'), path.join(folder, 'examples'), { recursive: true });
    await copyFile(
      path.join(root, 'examples/recorded/snapshot.json'),
      path.join(folder, 'snapshot.json'),
    );
    const prelude = `set -euo pipefail\nplimsoll() { node ${JSON.stringify(cliPath)} "$@"; }\n`;
    for (const { code, line, notRun } of blocks) {
      if (notRun !== undefined) continue;
      const { stdout } = await run('bash', ['-c', prelude + code], {
        cwd: folder,
        env: { PATH: process.env['PATH'], HOME: folder, NO_COLOR: '1' },
        maxBuffer: 64 * 1024 * 1024,
      });
      outputs.set(line, stdout);
    }
  }, 600_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const blocksOfTopic = (topic: string): readonly GuideBlock[] => {
    const first = text.slice(0, text.indexOf(topic)).split('\n').length;
    const last = first + topic.split('\n').length;
    return blocks.filter(({ line }) => line >= first && line < last);
  };

  it.each(topics)('show a control of their topic: $title', ({ topic }) => {
    const shown = blocksOfTopic(topic)
      .map(({ line }) => outputs.get(line) ?? '')
      .join('\n');
    const named = namedIn(topic);
    expect(named.filter((id) => shown.includes(id)).length).toBeGreaterThan(0);
  });
  it('that are not run have options that the command has', async () => {
    const left = blocks.filter(({ notRun }) => notRun !== undefined);
    expect(left.length).toBeGreaterThan(0);
    for (const { code } of left) {
      const [program, command = ''] = code.trim().split(' ');
      expect(program).toBe('plimsoll');
      const { stdout } = await runWarmCli([command, '--help']);
      for (const [option] of code.matchAll(/(?<= )--?[a-z][a-z-]*/g)) {
        expect(stdout).toMatch(new RegExp(`(^|[ ,])${option}[ ,<]`, 'm'));
      }
    }
  });
});
