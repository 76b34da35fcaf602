import { z } from 'zod';

/** Interfaces of a host, and who listens on them. */
export const network = z.object({
  /** Interfaces but loopback, with what the kernel does, its settings for all interfaces counted in. */
  interfaces: z.array(
    z.object({
      /** As the kernel calls it, `eth0`. */
      name: z.string(),
      /** Whether it takes ICMP redirects. */
      acceptsRedirects: z.boolean(),
      /** Whether it sends ICMP redirects. */
      sendsRedirects: z.boolean(),
      /** Whether it takes packets that name their own route. */
      acceptsSourceRoutes: z.boolean(),
      /** How the sender of a packet is checked against the routes. */
      reversePath: z.enum(['off', 'strict', 'loose']),
      /** False as well where there is no IPv6. */
      acceptsIpv6Redirects: z.boolean(),
    }),
  ),
  /** TCP sockets that listen in the host's network, but on loopback. */
  listeners: z.array(
    z.object({
      /** `0.0.0.0` and `::` are all interfaces. */
      address: z.string(),
      /** TCP port. */
      port: z.number().int().min(1).max(65_535),
    }),
  ),
});
