import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a call came to: its answer, or the code and message of its error. */
export type Outcome<T> =
  { readonly answer: T } | { readonly error: { readonly code: string; readonly message: string } };

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
  const url = new URL(`../../${module}`, import.meta.url).href;
  const script = `
    const { createJiti } = await import(${JSON.stringify(import.meta.resolve('jiti'))});
    const module = await createJiti(${JSON.stringify(url)}, { fsCache: false }).import(${JSON.stringify(url)});
    try {
      const answer = await module[${JSON.stringify(name)}](...${JSON.stringify(args)});
      console.log(JSON.stringify({ answer }));
    } catch (error) {
      console.log(JSON.stringify({ error: { code: error.code, message: error.message } }));
    }`;
  const words = [...before, process.execPath, '--input-type=module', '-e', script];
  const { stdout } = await run(program, words, { cwd: '/', maxBuffer: 64 << 20 });
  return JSON.parse(stdout) as Outcome<T>;
}
