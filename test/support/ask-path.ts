import type Docker from 'dockerode';
import type { z } from 'zod';
import type { EngineClient } from '../../src/collectors/engine/client/engine-client.ts';
import type { Answer } from '../../src/collectors/engine/client/failure.ts';
import { readShape } from '../../src/collectors/engine/client/read-answer.ts';
import type { Call } from '../../src/collectors/engine/client/read-only.ts';
import type { Modem } from '../../src/collectors/engine/client/modem.ts';

/** Asks for any path, as the methods of dockerode do. */
export const dialPath =
  (path: string, method = 'GET'): Call =>
  (docker: Docker) =>
    new Promise((resolve, reject) => {
      const { dial } = docker.modem as Modem;
      dial({ path, method, statusCodes: {} }, (error, value) =>
        error ? reject(error) : resolve(value),
      );
    });

/** Asks for any path, and reads the answer with a schema. */
export const askPath = <T>(
  client: EngineClient,
  path: string,
  schema: z.ZodType<T>,
): Promise<Answer<T>> =>
  client.ask(dialPath(path), (endpoint, answer) => readShape(endpoint, answer, schema));
