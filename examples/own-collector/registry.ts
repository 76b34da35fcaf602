import { defineCollector, defineSubject, type Collector, type Source } from 'plimsoll';
import { z } from 'zod';

/** A private registry, as whoever may reach it sees it. */
export const registry = defineSubject({
  kind: 'registry',
  label: { en: 'Registry', zh: '镜像仓库' },
  schema: z.object({
    /** Whether it is reached over TLS. */
    tls: z.boolean(),
    /** Whether it lets in whoever does not log in. */
    anonymous: z.boolean(),
    /** How it wants one to log in: `bearer`, `basic`; `null` where it lets in anybody. */
    login: z.string().nullable(),
    /** Whether whoever does not log in may list all repositories. */
    catalogPublic: z.boolean(),
  }),
});

/** Reads a registry by two GET requests, without logging in. */
export function registryAt(address: string): Collector<typeof registry> {
  const { origin, protocol } = new URL(address);
  const source = (path: string): Source => ({
    kind: 'probe',
    address: origin,
    what: `GET ${path}`,
  });
  return defineCollector({
    id: `registry:${origin}`,
    kinds: [registry],
    description: `Registry at ${origin}`,
    access: 'GET requests without a login',
    collect: async ({ signal, redact }) => {
      const [base, catalog] = await Promise.all(
        ['/v2/', '/v2/_catalog'].map((path) => fetch(origin + path, { signal, redirect: 'error' })),
      );
      const login = base?.headers.get('www-authenticate')?.split(' ')[0]?.toLowerCase() ?? null;
      return [
        {
          kind: 'registry',
          id: origin,
          name: origin,
          facts: {
            tls: protocol === 'https:',
            anonymous: base?.ok === true,
            login: login === null ? null : redact(login),
            catalogPublic: catalog?.ok === true,
          },
          sources: {
            '': source('/v2/'),
            '/tls': { kind: 'probe', address: origin, what: 'the scheme of its address' },
            '/catalogPublic': source('/v2/_catalog'),
          },
        },
      ];
    },
  });
}
