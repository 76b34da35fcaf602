import { readRegular } from '../../files/regular-file.ts';
import { everyMachine } from '../../core/snapshot/context.ts';
import { text } from '../../core/text.ts';
import { manyEntriesAtMost } from '../gathering/bounds.ts';
import type { DetectionLog, Harvest } from '../gathering/collector-result.ts';
import { pathFrom } from '../gathering/process-defaults.ts';
import type { Unread } from '../gathering/unread-gap.ts';
import { parseFalcoLine, type FalcoLine } from './parse-alerts.ts';

/** 64 KiB: an alert has some hundred bytes. */
const lineAtMost = 1 << 16;

/** So many different alerts of one container are kept. */
const alertsAtMost = 1000;

/** So many numbers of lines are named. */
const namedAtMost = 10;

/**
 * Reads a file of alerts that Falco wrote as JSON, one a line. What they say becomes facts of the containers of other targets.
 *
 * @throws PlimsollError `file-not-found`, `file-denied`, `file-unreadable`
 */
export async function collectFalco(log: string, path: string, cwd?: string): Promise<Harvest> {
  const bytes = await readRegular(pathFrom(cwd, path));
  const detections = readLog(new TextDecoder().decode(bytes), log, path);
  const { containers, hosts } = detections;
  const alerts = containers.flatMap((each) => each.alerts);
  const count = alerts.reduce((sum, each) => sum + each.count, 0);
  return {
    target: {
      id: log,
      kind: 'scanner',
      machine: everyMachine,
      description: text(
        `Falco: ${count} alerts in ${containers.length} containers; signs of life of ${hosts.length} hosts`,
        `Falco：${containers.length} 个容器共 ${count} 条告警；${hosts.length} 台主机有运行记录`,
      ),
      access: text('read as a file', '以文件方式读取'),
    },
    subjects: [],
    population: [],
    gaps: [],
    origins: {},
    redactions: {},
    detections,
  };
}

type KeptAlert = DetectionLog['containers'][number]['alerts'][number];
type Life = FalcoLine & { readonly kind: 'life' };
type Raised = FalcoLine & { readonly kind: 'alert' };

/** Reads all lines; what is wrong with some of them leaves open whether there are further alerts. */
export function readLog(written: string, log: string, path: string): DetectionLog {
  const containers = new Map<string, Map<string, KeptAlert>>();
  const crowded = new Set<string>();
  const lives = new Map<string, Life>();
  const begins = new Map<string, string>();
  const wrong: number[] = [];
  const unnamed: number[] = [];
  const lines = written.split('\n');
  // The newest stand at the end.
  const first = Math.max(0, lines.length - manyEntriesAtMost);
  for (const [at, line] of lines.entries()) {
    if (at < first || line.trim() === '') continue;
    const read = line.length > lineAtMost ? undefined : parseFalcoLine(line);
    if (read === undefined) {
      wrong.push(at + 1);
      continue;
    }
    begins.set(read.host, earlier(begins.get(read.host) ?? read.at, read.at));
    if (read.kind === 'life') {
      const known = lives.get(read.host);
      if (known === undefined || later(known.at, read.at) === read.at) lives.set(read.host, read);
    } else if (isContainer.test(read.container)) {
      const known = containers.get(read.container) ?? new Map<string, KeptAlert>();
      containers.set(read.container, known);
      if (!addAlert(known, read, at + 1)) crowded.add(read.container);
    } else if (read.container !== 'host') unnamed.push(at + 1);
  }
  return {
    log,
    path,
    containers: Array.from(containers, ([id, alerts]) => ({
      id,
      alerts: [...alerts.values()],
      more: crowded.has(id),
    })),
    hosts: Array.from(lives, ([name, { at, startedAt, lost }]) => ({
      name,
      from: later(startedAt ?? at, begins.get(name) ?? at),
      until: at,
      lost,
    })),
    unread: [
      ...tell(wrong, path, 'is no alert of Falco', '不是 Falco 告警'),
      ...tell(unnamed, path, 'names no container', '未指明容器'),
      ...(first > 0
        ? [
            {
              reason: 'unsupported',
              detail: text(
                `the first ${first} lines of ${path} were left out`,
                `${path} 最前面的 ${first} 行未读取`,
              ),
              source: { kind: 'file', path },
            } as const,
          ]
        : []),
    ],
  };
}

/** Adds an alert to those that say the same; `false` where there are too many that say something else. */
function addAlert(known: Map<string, KeptAlert>, { alert, at }: Raised, line: number): boolean {
  const { rule, priority, program, user, object } = alert;
  const key = JSON.stringify([rule, priority, program, user, object]);
  const same = known.get(key);
  if (same === undefined && known.size >= alertsAtMost) return false;
  known.set(
    key,
    same === undefined
      ? { ...alert, count: 1, firstAt: at, lastAt: at, line }
      : {
          ...same,
          count: same.count + 1,
          firstAt: earlier(same.firstAt, at),
          lastAt: later(same.lastAt, at),
        },
  );
  return true;
}

/** As Falco writes the id of a container, in short or in full. */
const isContainer = /^[0-9a-f]{12,64}$/;

/** By the millisecond; of two in the same, the first. */
const earlier = (a: string, b: string): string => (Date.parse(b) < Date.parse(a) ? b : a);
const later = (a: string, b: string): string => (earlier(a, b) === a ? b : a);

function tell(lines: readonly number[], path: string, en: string, zh: string): readonly Unread[] {
  if (lines.length === 0) return [];
  const named = lines.slice(0, namedAtMost).join(', ');
  const others = lines.length - namedAtMost;
  return [
    {
      reason: 'malformed',
      detail: text(
        `line ${named}${others > 0 ? ` and ${others} others` : ''} of ${path} ${en}`,
        `${path} 第 ${named} 行${others > 0 ? `等 ${lines.length} 行` : ''}${zh}`,
      ),
      source: { kind: 'file', path, line: lines[0] },
    },
  ];
}
