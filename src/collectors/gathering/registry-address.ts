import { isReference } from '../../syntax/image-reference/is-reference.ts';
import { parseImageName } from '../../syntax/image-reference/image-name.ts';

/** An image in a registry, or the registry alone. */
export interface RegistryAddress {
  /** Where its API is, without a slash at its end: `https://registry.example:5000`. */
  readonly origin: string;
  /** Host, and port where one is named, as names of images begin: `registry.example:5000`, `docker.io`. */
  readonly host: string;
  /** The image; `null` where the registry itself is meant. */
  readonly image: {
    /** Its name without host: `team/app`. */
    readonly repository: string;
    /** A tag, or `sha256:…`. */
    readonly reference: string;
    /** In full, as a subject is called: `registry.example:5000/team/app:1.2`. */
    readonly name: string;
  } | null;
}

/** Where the API is of what names of images call `docker.io`. */
const hubOrigin = 'https://registry-1.docker.io';

/** What the docker command line itself asks without TLS where nobody else listens. */
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

/** Whether a host is this machine by its name alone. */
export const isLoopback = (host: string): boolean => loopback.test(host);

const hostForm = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/;

/**
 * Takes apart what stands behind `registry:`; `undefined` where it is neither a registry nor an image of one. Without a
 * scheme it is asked over TLS, and a registry of this machine without: `registry:http://HOST` names any other so.
 */
export function parseRegistryAddress(written: string): RegistryAddress | undefined {
  const [, scheme, rest = ''] = /^(?:(https?):\/\/)?(.*?)\/?$/s.exec(written) ?? [];
  if (hostForm.test(rest) && (scheme !== undefined || /[.:]/.test(rest) || rest === 'localhost')) {
    return { origin: originOf(rest, scheme), host: rest, image: null };
  }
  if (!isReference(rest)) return undefined;
  const { repository, tag, digest } = parseImageName(rest);
  const host = repository.slice(0, repository.indexOf('/'));
  if (!hostForm.test(host)) return undefined;
  const reference = digest ?? tag ?? 'latest';
  return {
    origin: originOf(host, scheme),
    host,
    image: {
      repository: repository.slice(host.length + 1),
      reference,
      name: `${repository}${digest === null ? `:${reference}` : `@${digest}`}`,
    },
  };
}

function originOf(host: string, scheme: string | undefined): string {
  if (host === 'docker.io') return hubOrigin;
  return `${scheme ?? (isLoopback(host) ? 'http' : 'https')}://${host}`;
}
