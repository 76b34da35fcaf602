import { z } from 'zod';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { PlimsollError } from '../../core/errors.ts';
import { readText } from '../files/read-text.ts';
import { absent } from '../../files/file-error.ts';
import { attempt, type Reading } from '../gathering/unread-gap.ts';
import { text } from '../../core/text.ts';

/** What an engine keeps of the Swarm that it is in, to come back to it after a restart. */
export interface SwarmState {
  /** Address of the data plane; `''` when none was chosen, or there is no Swarm. */
  readonly dataPathAddress: string;
}

const state = z.object({ DataPathAddr: z.string().optional() });

/**
 * Reads the engine's own record of its Swarm, which holds addresses and no key.
 *
 * @param root where the host's root directory is seen
 * @param dataRoot the engine's, in that root
 */
export async function readSwarmState(root: string, dataRoot: string): Promise<Reading<SwarmState>> {
  const path = `${dataRoot}/swarm/docker-state.json`;
  return await attempt(path, async () => ({ dataPathAddress: await dataPathAddress(root, path) }));
}

async function dataPathAddress(root: string, path: string): Promise<string> {
  let json: string;
  try {
    json = await readText(root, path);
  } catch (error) {
    // An engine that leaves its Swarm removes its record.
    if (absent(error)) return '';
    throw error;
  }
  try {
    return state.parse(parseJsonText(json)).DataPathAddr ?? '';
  } catch (cause) {
    throw new PlimsollError(
      'file-unreadable',
      text(`${path} was not understood.`, `无法理解 ${path}。`),
      { cause },
    );
  }
}
