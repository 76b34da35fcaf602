import { z } from 'zod';

/** What an engine asks its authorization plugin about a request, in the engine's own words. */
export const authzRequest = z.object({
  RequestMethod: z.string(),
  RequestUri: z.string(),
  /** In base64; absent where there is none, where it is no JSON, or where it is too long to be handed on. */
  RequestBody: z.string().nullish(),
  /** Who asks, by the client's certificate; absent over a socket. */
  User: z.string().nullish(),
  /** How that is known, as `TLS`. */
  UserAuthNMethod: z.string().nullish(),
});

/**
 * What an engine asks its authorization plugin about a request.
 *
 * @see https://docs.docker.com/engine/extend/plugins_authorization/
 */
export type AuthzRequest = Readonly<z.input<typeof authzRequest>>;
