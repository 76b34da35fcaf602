import { homedir } from 'node:os';
import { assess, builtin, tool } from 'plimsoll';
import { collect } from 'plimsoll/collect';

/**
 * Finds, reads and judges everything below one folder, once, in this process, and prints what it took as JSON. It is
 * plain JavaScript, as what a user runs: what runs TypeScript takes 0.3 ms for each `import()`, also of what is loaded.
 */
const [folder = ''] = process.argv.slice(2);

const now = () => {
  const { user, system } = process.cpuUsage();
  return { ms: performance.now(), cpuMs: (user + system) / 1e3 };
};

const place = { cwd: folder, env: {}, home: homedir() };
process.chdir(folder);
const started = now();
const { snapshot, failures } = await collect({ ...place, targets: ['.'], now: new Date() });
if (failures[0]) throw failures[0].error;
const read = now();
const { findings } = assess(snapshot, { catalog: builtin, tool });
const judged = now();

const took = (from, to) => ({
  ms: to.ms - from.ms,
  cpuMs: to.cpuMs - from.cpuMs,
});
const count = (kind) => snapshot.subjects.filter((subject) => subject.kind === kind).length;
console.log(
  JSON.stringify({
    read: took(started, read),
    judge: took(read, judged),
    all: took(started, judged),
    buildFiles: count('dockerfile'),
    services: count('workload'),
    findings: findings.length,
    // Kilobytes, the kernel's own mark.
    peakBytes: process.resourceUsage().maxRSS * 1024,
  }),
);
