import { callbackify } from 'node:util';
import type Docker from 'dockerode';
import { PlimsollError } from '../../../core/errors.ts';
import { withQuery, type DialOptions } from './modem.ts';
import { text } from '../../../core/text.ts';

/** Calls a method of dockerode that reads: `(docker) => docker.getContainer(id).inspect()`. */
export type Call = (docker: Docker) => Promise<unknown>;

/** A request that only reads. */
export interface EngineRequest extends Pick<DialOptions, 'path' | 'options'> {
  readonly method: 'GET' | 'HEAD';
  /** Its path and query, without the API's version. */
  readonly endpoint: string;
}

/** The class of dockerode, which is loaded when an engine is a target. */
export type DockerClass = typeof Docker;

/**
 * The guard before an engine: a `Dockerode` whose every method either reads or is refused before anything is sent.
 *
 * @param answer gives what a method resolves to
 */
export function readOnly(
  DockerClass: DockerClass,
  answer: (request: EngineRequest) => Promise<unknown>,
): Docker {
  const dial = callbackify(async (options: DialOptions) => await answer(requestOf(options)));
  const modem = { Promise, dial };
  return new DockerClass({ modem } as unknown as Docker.DockerOptions);
}

/** @throws PlimsollError `engine-refused-method` for anything but GET and HEAD */
function requestOf(asked: DialOptions): EngineRequest {
  const { method, path, options } = asked;
  if (method !== 'GET' && method !== 'HEAD') throw refused(`A ${method} request`);
  // A connection that is taken over carries whatever is written to it.
  const writes = ['hijack', 'openStdin', 'file'].find((key) => Boolean(Reflect.get(asked, key)));
  if (writes !== undefined) throw refused(`A request with ${writes}`);
  return { method, path, options, endpoint: withQuery(path, options) };
}

const refused = (what: string): PlimsollError =>
  new PlimsollError(
    'engine-refused-method',
    text(
      `${what} to the engine was refused: an assessment only reads.`,
      `对引擎的 ${what} 被拒绝：评估只作读取。`,
    ),
    {
      hint: text(
        'This is a defect of plimsoll or of an extension; please report it.',
        '这是 plimsoll 或其扩展的缺陷，请报告。',
      ),
    },
  );
