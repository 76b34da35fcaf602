import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const run = promisify(execFile);
const root = path.join(import.meta.dirname, '../..');

/** What a call came to: its answer, or the code and message of its error. */
export type Outcome<T> =
  | { readonly answer: T }
  | { readonly error: { readonly code: string; readonly message: string } };

/** Only root can become somebody else; where it is not root, these tests are skipped by name. */
export const mayBecomeNobody = process.geteuid?.() === 0;

/**
 * Calls an exported function of a module in a process of a user who owns nothing and is in no group. The
 * arguments and the answer travel as JSON.
 *
 * @param module path from the root of the project
 */
export const asNobody = <T>(
  module: string,
  name: string,
  ...args: readonly unknown[]
): Promise<Outcome<T>> =>
  call(['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'], module, name, args);

/** As {@link asNobody}, but as root and in the network of another process. */
export const inNetworkOf = <T>(
  pid: number,
  module: string,
  name: string,
  ...args: readonly unknown[]
): Promise<Outcome<T>> => call(['nsenter', '-t', String(pid), '-n', '--'], module, name, args);

async function call<T>(
  [program = '', ...before]: readonly string[],
  module: string,
  name: string,
  args: readonly unknown[],
): Promise<Outcome<T>> {
  const script = await bundle(`
    import { ${name} as call } from './${module}';
    try {
      const answer = await call(...${JSON.stringify(args)});
      console.log(JSON.stringify({ answer }));
    } catch (error) {
      console.log(JSON.stringify({ error: { code: error.code, message: error.message } }));
    }`);
  const words = [...before, process.execPath, '--input-type=module', '-'];
  // Node resolves the packages that a script on its standard input imports from where it was started.
  const running = run(program, words, { cwd: root, maxBuffer: 64 << 20 });
  running.child.stdin?.end(script);
  return JSON.parse((await running).stdout) as Outcome<T>;
}

/** One script of a whole tree of modules: it starts ten times as fast as modules that are compiled one by one. */
async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
  });
  return outputFiles[0]?.text ?? '';
}
