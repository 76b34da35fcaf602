import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/**
 * Runs the built command line again and again for whoever forked this process: each message is a run,
 * `{ args, cwd, env }`, and its answer is `{ status, stdout, stderr }`. The entry is evaluated anew for every run; what
 * it imports is loaded once. Plain JavaScript, since what runs TypeScript loads also what was built in its own way.
 */
const [, , entry = ''] = process.argv;
let runs = 0;

/** Keeps what is written to an output, in the place of writing it. */
function capture(output) {
  const { write } = output;
  const listeners = new Set(output.listeners('error'));
  const chunks = [];
  output.write = (chunk, encoding, callback) => {
    chunks.push(Buffer.from(chunk));
    const done = typeof encoding === 'function' ? encoding : callback;
    if (done) process.nextTick(done);
    return true;
  };
  return () => {
    output.write = write;
    for (const each of output.listeners('error')) {
      if (!listeners.has(each)) output.off('error', each);
    }
    return Buffer.concat(chunks).toString('utf8');
  };
}

async function run({ args, cwd, env }) {
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.argv = [process.execPath, entry, ...args];
  process.exitCode = undefined;
  const [stdout, stderr] = [process.stdout, process.stderr].map(capture);
  runs += 1;
  await import(`${pathToFileURL(entry).href}?run=${runs}`);
  // What an output has to tell, it may tell a moment later.
  await setImmediate();
  return { status: process.exitCode ?? 0, stdout: stdout(), stderr: stderr() };
}

// What a run throws ends this process, and whoever asked hears of that.
process.on('message', (asked) => void run(asked).then((left) => process.send(left)));
process.on('disconnect', () => process.exit());
