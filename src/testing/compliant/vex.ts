import type { Vex } from '../../core/subjects/vex.ts';

/** A document of the maker's that says of one vulnerability that it does not affect the product. */
export const compliantVex: Vex = {
  format: 'openvex',
  author: 'Shop, Product Security',
  sha256: 'e'.repeat(64),
  statements: [
    {
      vulnerability: 'CVE-2026-0001',
      aliases: [],
      products: [`sha256:${'c'.repeat(64)}`],
      subcomponents: ['pkg:deb/debian/zlib1g'],
      status: 'not-affected',
      justification: 'vulnerable_code_not_in_execute_path',
      saidAt: '2026-11-20T10:00:00Z',
      at: '/statements/0',
    },
  ],
};
