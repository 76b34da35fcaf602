import { fileURLToPath, pathToFileURL } from 'node:url';
import { PlimsollError } from '../../core/errors.ts';
import { failurePlace } from './failure-place.ts';
import { holdImports } from './hold-imports.ts';
import { text, inBoth } from '../../core/text.ts';

/** Runs configurations and finds those that they extend. */
export interface Evaluator {
  /**
   * What a file exports as its default.
   *
   * @throws PlimsollError `config-invalid` or the error of the package, each with file and line
   */
  readonly evaluate: (path: string) => Promise<unknown>;
  /** The file that a package or a path leads to, seen from another file; `undefined` when there is none. */
  readonly resolve: (specifier: string, from: string) => string | undefined;
  /** Forgets what was run, so that a changed file is run again. */
  readonly forget: () => void;
}

/**
 * Makes an evaluator, in which a module that several configurations import is run once.
 *
 * @param hold makes sure that a file may be run, and throws where it may not; absent lets every file
 */
export async function createEvaluator(
  hold: (path: string) => Promise<void> = () => Promise.resolve(),
): Promise<Evaluator> {
  const [{ createJiti }, plimsoll, frameworks, report] = await Promise.all([
    import('jiti'),
    import('../../index.ts'),
    import('../../frameworks.ts'),
    import('../../report.ts'),
  ]);
  // The configuration must share this very instance of the package, whatever lies in its node_modules.
  const virtualModules = {
    plimsoll,
    'plimsoll/frameworks': frameworks,
    'plimsoll/report': report,
  };
  const jiti = createJiti(import.meta.url, { fsCache: false, virtualModules });
  const before = new Set(Object.keys(jiti.cache));
  const resolve: Evaluator['resolve'] = (specifier, from) => {
    if (Object.hasOwn(virtualModules, specifier)) return undefined;
    const url = jiti.esmResolve(specifier, { parentURL: pathToFileURL(from).href, try: true });
    return url?.startsWith('file:') === true ? fileURLToPath(url) : undefined;
  };
  const holdAll = holdImports(hold, resolve);
  return {
    evaluate: async (path) => {
      await holdAll(path);
      try {
        return await jiti.import(path, { default: true });
      } catch (cause) {
        throw await withPlace(cause, path);
      }
    },
    resolve,
    forget: () => {
      for (const path of Object.keys(jiti.cache)) {
        if (!before.has(path)) Reflect.deleteProperty(jiti.cache, path);
      }
    },
  };
}

async function withPlace(cause: unknown, path: string): Promise<PlimsollError> {
  const place = await failurePlace(cause, path);
  const message = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof PlimsollError) {
    const { code, hinted } = cause;
    return new PlimsollError(
      code,
      text(`${place}: ${message}`, `${place}: ${inBoth(cause.said).zh}`),
      { hint: inBoth(hinted), cause },
    );
  }
  // A second line says again where it is.
  const said = message
    .replace(/^ParseError: /, '')
    .split('\n', 1)[0]
    ?.trim();
  return new PlimsollError('config-invalid', text(`${place}: ${said}`, `${place}: ${said}`), {
    hint: text('Type-check it with: npx tsc --noEmit', '请检查类型：npx tsc --noEmit'),
    cause,
  });
}
