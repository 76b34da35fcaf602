import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect } from 'node:net';
import { PlimsollError } from '../core/errors.ts';
import { type Language, text } from '../core/text.ts';
import { parseJsonText } from '../syntax/json/parse-json-text.ts';
import type { Admission } from './create-admission.ts';
import type { AuthzRequest } from './authz-request.ts';
import { messageOf, type AdmissionDecision } from './decision.ts';

/** What a plugin is served with. */
export interface PluginOptions {
  readonly admission: Admission;
  /**
   * The socket that the engine looks for, as `/run/docker/plugins/plimsoll.sock`; or the descriptor of one that listens
   * already, which its holder keeps while the plugin is started again.
   */
  readonly socket: string | number;
  /** Language of the message of a refused request; English when absent. */
  readonly language?: Language;
  /** Where to ask for an exemption, as the message of a refused request says it. */
  readonly contact?: string;
  /** Called with every decision; of requests that are not judged as well. */
  readonly onDecision?: (decision: AdmissionDecision) => void;
}

/** Bytes of a question at most; bodies are in base64. */
const questionAtMost = 8 * 1024 * 1024;

/**
 * Serves an authorization plugin for an engine that is started with `--authorization-plugin`. The socket that a plugin left
 * which was killed is taken over; one that answers is not.
 *
 * @throws PlimsollError `option-invalid` where it cannot listen there
 * @see https://docs.docker.com/engine/extend/plugins_authorization/
 */
export async function servePlugin(options: PluginOptions): Promise<Server> {
  const { socket } = options;
  const server = createServer((request, answer) => {
    void answerTo(request, options)
      .catch((): PluginAnswer => ({ Err: 'The question cannot be read.' }))
      .then((said) => {
        answer.writeHead(200, { 'content-type': 'application/vnd.docker.plugins.v1.2+json' });
        return answer.end(JSON.stringify(said));
      });
  });
  if (typeof socket === 'string' && !(await isServed(socket))) await rm(socket, { force: true });
  server.listen(
    typeof socket === 'string'
      ? { path: socket, readableAll: false, writableAll: false }
      : { fd: socket },
  );
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new PlimsollError(
      'option-invalid',
      text(`Cannot listen at ${socket}.`, `无法在 ${socket} 监听。`),
      {
        hint: text(
          'Another plugin may run there, or the folder is missing: mkdir -p /run/docker/plugins',
          '该处可能已有其他插件在运行，或文件夹不存在：mkdir -p /run/docker/plugins',
        ),
        cause: error,
      },
    );
  }
  return server;
}

/** What an engine is answered. */
type PluginAnswer =
  | { readonly Implements: readonly string[] }
  | { readonly Allow: boolean; readonly Msg?: string }
  | { readonly Err: string };

async function answerTo(
  request: IncomingMessage,
  { admission, language = 'en', contact, onDecision }: PluginOptions,
): Promise<PluginAnswer> {
  const { url = '' } = request;
  switch (url) {
    case '/Plugin.Activate':
      request.resume();
      return { Implements: ['authz'] };
    case '/AuthZPlugin.AuthZRes':
      request.resume();
      return { Allow: true };
    case '/AuthZPlugin.AuthZReq': {
      // What is no question of an engine is read as such by who decides.
      const decision = await admission.decide((await questionIn(request)) as AuthzRequest);
      onDecision?.(decision);
      if (decision.allowed) return { Allow: true };
      return { Allow: false, Msg: messageOf(decision, language, contact) };
    }
    default:
      request.resume();
      return { Err: 'This plugin does not answer that.' };
  }
}

async function questionIn(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const bytes = part as Buffer;
    length += bytes.length;
    // What is too long is read to its end, so that the engine hears the answer, and decided without it.
    if (length <= questionAtMost) parts.push(bytes);
  }
  if (length > questionAtMost) return undefined;
  try {
    return parseJsonText(Buffer.concat(parts).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Whether somebody answers at a socket. */
async function isServed(socket: string): Promise<boolean> {
  const connection = connect(socket);
  try {
    await once(connection, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    connection.destroy();
  }
}
