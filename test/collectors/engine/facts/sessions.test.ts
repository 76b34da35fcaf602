import { describe, expect, it } from 'vitest';
import { rawContainer, rawExec } from '../../../../src/collectors/engine/api-schemas/container.ts';
import { sessionsOf } from '../../../../src/collectors/engine/facts/workload/sessions.ts';
import { httpFailure } from '../../../../src/collectors/engine/client/failure.ts';
import { settle } from '../../../../src/collectors/gathering/partial-facts.ts';

const container = (test: readonly string[] = [], User = '1000') =>
  rawContainer.parse({
    Id: 'a',
    Name: '/a',
    State: { Status: 'running', Pid: 9 },
    HostConfig: {},
    Config: { User, Healthcheck: { Test: test } },
    NetworkSettings: {},
  });
const exec = (words: readonly string[], rest: object = {}) => {
  const [entrypoint, ...args] = words;
  return {
    id: 'e',
    answer: {
      value: rawExec.parse({
        ID: 'e',
        Running: true,
        ProcessConfig: { entrypoint, arguments: args, user: '1000', ...rest },
      }),
    },
  };
};
const look = (
  of: ReturnType<typeof container>,
  asked: Parameters<typeof sessionsOf>[1]['asked'],
  left = 0,
) => settle({ sessions: sessionsOf(of, { asked, left }) });

describe('a further command in a container', () => {
  it('runs as the user of the container where none was named', () => {
    expect(look(container(), [exec(['sh'], { user: '' })]).facts).toMatchObject({
      sessions: [{ user: { uid: 1000 } }],
    });
    expect(look(container([], ''), [exec(['sh'], { user: '' })]).facts).toMatchObject({
      sessions: [{ user: { uid: 0 } }],
    });
  });

  it.each([
    [['CMD', '/web', '--health'], ['/web', '--health'], true],
    [['CMD', '/web', '--health'], ['/web', '--other'], false],
    [['CMD', '/web', '--health'], ['/web'], false],
    [['CMD-SHELL', 'curl x'], ['/bin/sh', '-c', 'curl x'], true],
    [['CMD-SHELL', 'curl x'], ['/bin/sh', '-c', 'curl y'], false],
    [['NONE'], ['sh'], false],
    [[], ['sh'], false],
  ])('%j beside %j is its health check: %j', (test, words, expected) => {
    expect(look(container(test), [exec(words)]).facts).toMatchObject({
      sessions: [{ healthCheck: expected }],
    });
  });

  it('is no health check as another user, or with privileges', () => {
    for (const rest of [{ user: '0' }, { privileged: true }]) {
      expect(look(container(['CMD', 'true']), [exec(['true'], rest)]).facts).toMatchObject({
        sessions: [{ healthCheck: false }],
      });
    }
  });

  it('keeps its program, and no argument', () => {
    const { facts } = look(container(), [exec(['/usr/bin/mysql', '--password=hunter2'])]);
    expect(facts).toMatchObject({ sessions: [{ program: 'mysql' }] });
    expect(JSON.stringify(facts)).not.toContain('hunter2');
  });

  it('is a gap where it was refused', () => {
    const failed = (status: number) => ({
      id: 'e',
      answer: { failure: httpFailure('/exec/e/json', status, '') },
    });
    expect(look(container(), [failed(403)]).gaps).toMatchObject([
      { path: '/sessions/0', reason: 'denied' },
    ]);
  });

  it('is a gap where there were too many to ask for', () => {
    expect(look(container(), [exec(['sh'])], 7).gaps).toMatchObject([
      {
        path: '/sessions/-',
        detail: { en: '7 further commands were not asked for', zh: '另有 7 条命令未查询' },
      },
    ]);
  });
});
