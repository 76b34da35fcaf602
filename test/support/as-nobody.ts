import { execFile } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const jiti = fileURLToPath(import.meta.resolve('jiti'));

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
export async function asNobody<T>(
  module: string,
  name: string,
  ...args: readonly unknown[]
): Promise<Outcome<T>> {
  const url = pathToFileURL(fileURLToPath(new URL(`../../${module}`, import.meta.url))).href;
  const script = `
    const { createJiti } = await import(${JSON.stringify(pathToFileURL(jiti).href)});
    const module = await createJiti(${JSON.stringify(url)}, { fsCache: false }).import(${JSON.stringify(url)});
    try {
      const answer = await module[${JSON.stringify(name)}](...${JSON.stringify(args)});
      console.log(JSON.stringify({ answer }));
    } catch (error) {
      console.log(JSON.stringify({ error: { code: error.code, message: error.message } }));
    }`;
  const nobody = ['--reuid=65534', '--regid=65534', '--clear-groups'];
  const words = [...nobody, process.execPath, '--input-type=module', '-e', script];
  const { stdout } = await run('setpriv', words, { cwd: '/', maxBuffer: 64 << 20 });
  return JSON.parse(stdout) as Outcome<T>;
}
