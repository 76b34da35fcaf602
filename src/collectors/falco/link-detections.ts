import type { Subject } from '../../core/facts/subject.ts';
import { engine } from '../../core/subjects/engine.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import type { DetectionLog } from '../gathering/collector-result.ts';
import { more, settle, sourced } from '../gathering/partial-facts.ts';

/**
 * Gives each container what the logs say of it: alerts by its id, never by a name; and whether its host was watched, by the
 * name that the engine gives its host.
 */
export function linkDetections(
  subjects: readonly Subject[],
  logs: readonly DetectionLog[],
): readonly Subject[] {
  if (logs.length === 0) return subjects;
  const hosts = new Map(
    subjects.flatMap(({ kind, target, name }) => (kind === engine.kind ? [[target, name]] : [])),
  );
  const readers = logs.map(readerOf);
  return subjects.map((subject) => {
    if (subject.kind !== workload.kind || subject.facts['origin'] !== 'container') return subject;
    const { facts, gaps, sources } = settle({
      detections: readers.map((read) => read(subject.id, hosts.get(subject.target))),
    });
    return {
      ...subject,
      facts: { ...subject.facts, ...facts },
      gaps: [...subject.gaps, ...gaps],
      sources: { ...subject.sources, ...sources },
    };
  });
}

/** Docker and Falco write at least so much of an id. */
const shortId = 12;

function readerOf({ log, path, containers, hosts, unread }: DetectionLog) {
  const byShort = new Map<string, DetectionLog['containers'][number][]>();
  for (const each of containers) {
    const short = each.id.slice(0, shortId);
    byShort.set(short, [...(byShort.get(short) ?? []), each]);
  }
  return (id: string, host: string | undefined) => {
    const own = (byShort.get(id.slice(0, shortId)) ?? []).filter((each) => id.startsWith(each.id));
    const watched = hosts.find(({ name }) => name === host);
    const alerts = own.flatMap((each) =>
      each.alerts.map(({ line, ...alert }) => sourced(alert, { kind: 'file', path, line })),
    );
    const cut = own.some((each) => each.more)
      ? [{ reason: 'unsupported', detail: tooMany } as const]
      : [];
    return sourced(
      {
        log,
        watched: watched ? { from: watched.from, until: watched.until, lost: watched.lost } : null,
        alerts: [...alerts, ...[...unread, ...cut].map(more)],
      },
      { kind: 'file', path },
    );
  };
}

const tooMany = text('it has more alerts than are kept', '该容器的告警多于可保留的数量');
