import { workloadNoRuntimeAlerts } from '../../../src/controls/workload/workload-no-runtime-alerts.ts';
import type { Alert, Detection } from '../../../src/core/subjects/workload/detections.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const shell: Alert = {
  rule: 'Terminal shell in container',
  priority: 'notice',
  tags: ['mitre_execution'],
  program: 'bash',
  user: 'root',
  object: '/dev/pts/0',
  count: 2,
  firstAt: '2026-11-23T09:00:00Z',
  lastAt: '2026-11-23T10:00:00Z',
};

const watched = {
  from: '2026-11-01T00:00:00Z',
  until: '2026-11-24T11:30:00Z',
  lost: 0,
};

const quiet: Detection = { log: 'falco:/var/log/falco.json', watched, alerts: [] };

const detections = (...all: readonly Detection[]) => ({ facts: { detections: all } });
const seen = (change: Partial<typeof watched> | { lost: null }) =>
  detections({ ...quiet, watched: { ...watched, ...change } });
const alerted = (change: Partial<Alert> = {}) =>
  detections({ ...quiet, alerts: [{ ...shell, ...change }] });

describeControl(
  workloadNoRuntimeAlerts,
  { ...compliantWorkload, detections: [quiet] },
  {
    pass: {
      'an alert below the priority that counts': alerted({ priority: 'informational' }),
      'a notice, where only warnings count': { ...alerted(), params: { priority: 'warning' } },
      'watched since it was started, less than a day ago': {
        facts: {
          lifecycle: { startedAt: '2026-11-24T10:00:00Z' },
          detections: [{ ...quiet, watched: { ...watched, from: '2026-11-24T09:59:00Z' } }],
        },
      },
      'watched since less than a day, where that suffices': {
        ...seen({ from: '2026-11-24T08:00:00Z' }),
        params: { hours: 2 },
      },
      'silent since half a day, where that suffices': {
        ...seen({ until: '2026-11-24T01:00:00Z' }),
        params: { silentMinutes: 720 },
      },
      'watched until it ended': {
        facts: {
          state: 'exited',
          lifecycle: { finishedAt: '2026-11-22T10:00:00Z' },
          detections: [{ ...quiet, watched: { ...watched, until: '2026-11-22T10:00:00Z' } }],
        },
      },
      'one of two logs shows that it was watched': detections({ ...quiet, watched: null }, quiet),
    },
    fail: {
      'an alert': alerted(),
      'a worse one': alerted({ priority: 'emergency' }),
      'an alert that tells little': alerted({ program: '', object: '' }),
      'an alert, though the log shows nothing else': detections({
        ...quiet,
        watched: null,
        alerts: [shell],
      }),
      'an alert in the second log': detections(quiet, { ...quiet, alerts: [shell] }),
      'an alert, though there may be more': {
        ...alerted(),
        denied: ['/detections/0/alerts/-'],
      },
      'an alert of what ended': {
        facts: { ...alerted().facts, state: 'exited' },
      },
    },
    notApplicable: {
      'no log is among the targets': { facts: { detections: undefined } },
      'it never ran': { facts: { state: 'created', lifecycle: { startedAt: null } } },
    },
    unknown: {
      'the log does not show that anything was watched': detections({ ...quiet, watched: null }),
      'events were lost': seen({ lost: 3 }),
      'whether events were lost is not said': seen({ lost: null }),
      'the sensor was started an hour ago': seen({ from: '2026-11-24T11:00:00Z' }),
      'the sensor has been silent for a day': seen({ until: '2026-11-23T11:00:00Z' }),
      'it ended after the last sign of life': {
        facts: {
          state: 'exited',
          lifecycle: { finishedAt: '2026-11-24T11:45:00Z' },
        },
      },
      'a line of the log could not be read': { denied: ['/detections/0/alerts/-'] },
      'the log could not be read': { denied: ['/detections/-'] },
      'they could not be read': { denied: ['/detections'] },
    },
    says: {
      'an alert':
        'Terminal shell in container (notice): 2 alerts, the last at 2026-11-23T10:00:00Z, about bash, /dev/pts/0',
      'the log does not show that anything was watched':
        'falco:/var/log/falco.json does not show that its sensor watched this host',
    },
  },
);
