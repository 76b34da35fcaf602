import { describe, expect, it } from 'vitest';
import { readLog } from '../../../src/collectors/falco/collect-falco.ts';

type Plain = Readonly<Record<string, unknown>>;

const id = 'abcdef012345';
const shell: Plain = {
  hostname: 'quay-1',
  output: '10:00:00.000000000: Notice A shell was used (command=sh -c "TOKEN=hunter2 login")',
  priority: 'Notice',
  rule: 'Terminal shell in container',
  source: 'syscall',
  tags: ['container', 'shell'],
  time: '2026-11-23T10:00:00.000000000Z',
  output_fields: {
    'container.id': id,
    'container.name': 'web',
    'evt.time': 1_795_428_000_000_000_000,
    'fd.name': null,
    'proc.cmdline': 'sh -c "TOKEN=hunter2 login"',
    'proc.name': 'sh',
    'user.name': 'root',
  },
};

/** The start is 2026-11-22T00:00:00Z. */
const metrics: Plain = {
  hostname: 'quay-1',
  output: 'Falco metrics snapshot',
  priority: 'Informational',
  rule: 'Falco internal: metrics snapshot',
  source: 'internal',
  time: '2026-11-23T11:00:00.000000000Z',
  output_fields: {
    'falco.start_ts': 1_795_305_600_000_000_000,
    'scap.n_evts': 48_000,
    'scap.n_drops': 0,
  },
};

const withFields = (fields: Plain, of: Plain = shell): Plain => ({
  ...of,
  output_fields: { ...(of['output_fields'] as Plain), ...fields },
});

const read = (...lines: readonly (Plain | string)[]) =>
  readLog(
    lines.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n'),
    'falco:alerts.json',
    'alerts.json',
  );

describe('alerts', () => {
  it('are told by container, without command lines and outputs', () => {
    const { containers, unread } = read(shell, '');
    expect(containers).toEqual([
      {
        id,
        more: false,
        alerts: [
          {
            rule: 'Terminal shell in container',
            priority: 'notice',
            tags: ['container', 'shell'],
            program: 'sh',
            user: 'root',
            object: '',
            firstAt: '2026-11-23T10:00:00.000000000Z',
            lastAt: '2026-11-23T10:00:00.000000000Z',
            count: 1,
            line: 1,
          },
        ],
      },
    ]);
    expect(unread).toEqual([]);
    expect(JSON.stringify(containers)).not.toContain('hunter2');
  });

  it('that say the same are one, with the times of the first and the last', () => {
    const at = (time: string): Plain => ({ ...shell, time });
    const [container] = read(
      at('2026-11-23T10:00:00Z'),
      at('2026-11-23T12:00:00Z'),
      at('2026-11-23T09:00:00Z'),
      withFields({ 'proc.name': 'bash' }),
    ).containers;
    expect(container?.alerts).toMatchObject([
      {
        count: 3,
        firstAt: '2026-11-23T09:00:00Z',
        lastAt: '2026-11-23T12:00:00Z',
        line: 1,
      },
      { program: 'bash', count: 1, line: 4 },
    ]);
  });

  it('of rules that nobody knows are kept, and the older name of a priority is understood', () => {
    const { containers } = read({ ...shell, rule: 'Our own rule', priority: 'Info' });
    expect(containers).toMatchObject([
      { alerts: [{ rule: 'Our own rule', priority: 'informational' }] },
    ]);
  });

  it('of the host, of other sources and of Falco itself are about no container', () => {
    const { containers, unread } = read(
      withFields({ 'container.id': 'host' }),
      { ...shell, source: 'k8s_audit', output_fields: {} },
      {
        ...shell,
        source: 'internal',
        rule: 'Falco internal: syscall event drop',
        output_fields: {},
      },
    );
    expect([containers, unread]).toEqual([[], []]);
  });
});

describe('what is hostile or broken', () => {
  const deep = '['.repeat(60_000);
  it.each<[string, Plain | string]>([
    ['no JSON', '{"rule": "x"'],
    ['the text form of an alert', '10:00:00.000000000: Notice A shell was used'],
    ['JSON of another kind', '[1]'],
    ['null', 'null'],
    ['depth', deep],
    ['a line that is too long', { ...shell, output: 'x'.repeat(70_000) }],
    ['no rule', { ...shell, rule: '' }],
    ['a rule that is no text', { ...shell, rule: { toString: 'x' } }],
    ['an unknown priority', { ...shell, priority: 'Harmless' }],
    ['no time', { ...shell, time: 'yesterday' }],
    ['fields that are a list', { ...shell, output_fields: [] }],
    ['tags that are no texts', { ...shell, tags: [{}] }],
  ])('%s is a gap with the number of its line, and the rest is read', (_, line) => {
    const { containers, unread } = read(shell, line, shell);
    expect(containers).toMatchObject([{ alerts: [{ count: 2 }] }]);
    expect(unread).toMatchObject([
      {
        reason: 'malformed',
        detail: { en: 'line 2 of alerts.json is no alert of Falco' },
        source: { kind: 'file', path: 'alerts.json', line: 2 },
      },
    ]);
  });

  it.each<[string, unknown]>([
    ['none', undefined],
    ['null', null],
    ['empty', ''],
    ['what Falco writes for nothing', '<NA>'],
    ['a pattern', '............'],
    ['too short', 'abc'],
    ['a name', '__proto__'],
    ['an object', { length: 64 }],
  ])('an id of a container that is %s leaves open whose alert it is', (_, written) => {
    const { containers, unread } = read(withFields({ 'container.id': written }));
    expect(containers).toEqual([]);
    expect(unread).toMatchObject([{ detail: { en: 'line 1 of alerts.json names no container' } }]);
  });

  it('names some lines and counts the others', () => {
    const { unread } = read(...Array.from({ length: 15 }, () => '{'));
    expect(unread).toMatchObject([
      {
        detail: {
          en: 'line 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 5 others of alerts.json is no alert of Falco',
        },
      },
    ]);
  });

  it('keys of prototypes change nothing, and long texts are cut', () => {
    const line = JSON.stringify(withFields({ 'fd.name': 'f'.repeat(9000) })).replace(
      '"output_fields":{',
      '"__proto__":{"rule":"other"},"output_fields":{"__proto__":{"container.id":"0123456789ab"},',
    );
    const { containers } = read(line);
    expect(containers.map((each) => each.id)).toEqual([id]);
    expect(containers[0]?.alerts[0]?.object).toHaveLength(256);
  });

  it('is bounded: the oldest lines and the alerts over the bound are left out, which is a gap', () => {
    const many = Array.from({ length: 1002 }, (_, at) => withFields({ 'proc.name': `p${at}` }));
    const { containers } = read(...many, shell);
    expect(containers[0]).toMatchObject({ more: true });
    expect(containers[0]?.alerts).toHaveLength(1000);
    const lines = readLog(`${JSON.stringify(shell)}\n`.repeat(100_010), 'falco:a', 'a');
    expect(lines.containers[0]?.alerts[0]?.count).toBe(99_999);
    expect(lines.unread).toMatchObject([
      { reason: 'unsupported', detail: { en: 'the first 11 lines of a were left out' } },
    ]);
  });
});

describe('signs of life', () => {
  const other = { ...metrics, time: '2026-11-23T12:00:00Z' };
  it('show from when to when a host was watched, by the log alone', () => {
    expect(read(metrics, other).hosts).toEqual([
      { name: 'quay-1', from: '2026-11-23T11:00:00.000000000Z', until: other.time, lost: 0 },
    ]);
    const before = { ...shell, time: '2026-11-21T00:00:00Z' };
    expect(read(before, metrics, other).hosts).toMatchObject([
      { from: '2026-11-22T00:00:00.000Z' },
    ]);
  });

  it('start again with the sensor', () => {
    const again = withFields({ 'falco.start_ts': 1_795_433_400_000_000_000 }, other);
    expect(read(metrics, again).hosts).toMatchObject([{ from: '2026-11-23T11:30:00.000Z' }]);
  });

  it.each<[string, Plain, number | null]>([
    ['counted', { 'scap.n_drops': 4 }, 4],
    ['counted with alerts', { 'scap.n_drops': 4, 'falco.outputs_queue_num_drops': 2 }, 6],
    ['left out, as Falco leaves out a counter that is 0', { 'scap.n_drops': undefined }, 0],
    ['not counted', { 'scap.n_drops': undefined, 'scap.n_evts': undefined }, null],
    ['no number', { 'scap.n_drops': '0', 'scap.n_evts': -1 }, null],
  ])('what was lost is %s', (_, fields, lost) => {
    expect(read(withFields(fields, metrics)).hosts).toMatchObject([{ lost }]);
  });

  it('without a start that can be are of one moment', () => {
    for (const start of [null, 'x', -1, 1e300]) {
      expect(read(shell, withFields({ 'falco.start_ts': start }, metrics)).hosts).toMatchObject([
        { from: metrics['time'], until: metrics['time'] },
      ]);
    }
  });
});
