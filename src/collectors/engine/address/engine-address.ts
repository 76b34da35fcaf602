import type { DockerLike } from '../../gathering/docker-like.ts';

/** What is needed to speak TLS to an engine; PEM texts, absent where the platform's own are used. */
export interface TlsMaterial {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** Whether the server must prove who it is; `false` only where the user said so. */
  readonly verify: boolean;
}

/** The way to an engine's API. */
export type EngineTransport =
  | {
      readonly kind: 'unix';
      readonly socketPath: string;
      /** The client that asks at the socket; one of ours when absent. */
      readonly docker?: DockerLike;
    }
  | {
      readonly kind: 'tcp';
      readonly host: string;
      readonly port: number;
      /** Stands before every path; `''` when the API is at the root. */
      readonly basePath: string;
      /** `null` is an API in the clear. */
      readonly tls: TlsMaterial | null;
    }
  | {
      readonly kind: 'ssh';
      readonly host: string;
      readonly user?: string;
      readonly port?: number;
      /** The socket on the other side; absent means that side's own default. */
      readonly socketPath?: string;
    }
  /** A named pipe of Windows, as Docker Desktop has for its Linux engine. */
  | { readonly kind: 'npipe'; readonly pipe: string }
  /** A client that was handed in, which alone knows how it reaches the engine. */
  | { readonly kind: 'client'; readonly docker: DockerLike };

/** An engine that was named and can be asked. */
export interface EngineAddress {
  /** How it is named, without credentials: the id of its target. */
  readonly id: string;
  readonly transport: EngineTransport;
  /** Names the contexts of the docker command line, where the address was not named by a person. */
  readonly others?: () => Promise<readonly string[]>;
}

/** Environment variables, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;
