// The agent of one host as a process of its own, from the package as it is built. What it reads comes line by line, since there is no
// engine; each line is answered with the number that the reading got, or null where it was not said.
import { createInterface } from 'node:readline';

const { folder, spoolAtMost, clockMs } = JSON.parse(process.argv[2] ?? '{}');
if (clockMs !== 0) {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) {
      if (given.length === 0) super(Real.now() + clockMs);
      else super(...given);
    }
    static now = () => Real.now() + clockMs;
  };
}
const { connectHub, openSpool, readEnrolled, runAgent } = await import('plimsoll/agent');
const { assess, builtin } = await import('plimsoll');
const identity = readEnrolled(folder);
const ended = new AbortController();
process.on('SIGTERM', () => ended.abort());
const write = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
let said = null;
await runAgent({
  identity,
  carrier: await connectHub(identity),
  spool: openSpool(`${folder}/spool`, spoolAtMost),
  signal: ended.signal,
  onSaid: ({ seq, reason }) => {
    said = seq;
    if (reason === 'want') write({ wanted: seq });
  },
  onTrouble: (error) => write({ trouble: error instanceof Error ? error.message : null }),
  watch: ({ signal, onReading }) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', resolve);
      createInterface(process.stdin).on('line', (line) => {
        const { reason, snapshot } = JSON.parse(line);
        said = null;
        const assessment = assess(snapshot, { catalog: builtin });
        onReading({ snapshot, assessment, reason, events: [] });
        write({ read: said });
      });
      write({ ready: true });
    }),
});
process.exit(0);
