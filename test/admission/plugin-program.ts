import { createAdmission } from '../../src/admission/create-admission.ts';
import { createLiveState } from '../../src/admission/live-state.ts';
import { servePlugin } from '../../src/admission/serve-plugin.ts';
import { watchEngine } from '../../src/scanning/watch/watch-engine.ts';

// The plugin as a program of its own, which tests kill: SOCKET MODE ENGINE.
const [socket = '', mode = '', engine = ''] = process.argv.slice(2);
const { state, onEngine, onReading } = createLiveState();
const say = (what: unknown): boolean => process.stdout.write(`${JSON.stringify(what)}\n`);
const admission = createAdmission({
  mode: mode === 'enforce' ? 'enforce' : 'observe',
  state,
  deny: { controls: ['workload-pids-limit', 'workload-no-privileged-exec'] },
  deadline: 60_000,
});
await servePlugin({ admission, socket, onDecision: (decision) => void say(decision) });
say({ kind: 'ready' });
await watchEngine(engine, {
  signal: new AbortController().signal,
  onEngine,
  onReading: (reading) => {
    onReading(reading);
    const workloads = reading.snapshot.subjects.filter(({ kind }) => kind === 'workload');
    say({ kind: 'reading', workloads: workloads.map(({ id }) => id) });
  },
});
