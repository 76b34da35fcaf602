import type { RegistryService } from '../../core/subjects/registry-service.ts';
import { compliantListener } from './engine.ts';

/** A registry over TLS that gives nothing to those without an account, on 2026-11-24. */
export const compliantRegistryService: RegistryService = {
  host: 'registry.example.org',
  port: 443,
  handshake: compliantListener.handshake && {
    ...compliantListener.handshake,
    certificates: compliantListener.handshake.certificates.map((certificate) => ({
      ...certificate,
      subject: 'CN=registry.example.org',
      names: ['DNS:registry.example.org'],
    })),
    clientAuthorities: null,
  },
  asksForAccount: true,
  catalog: 'refused',
  repositories: [{ name: 'shop/web', open: false }],
};
