import { builtin, extendCatalog } from 'plimsoll';

export const catalog = extendCatalog(builtin, {
  omit: { 'engine-live-restored': { reason: 'Swarm cannot have it', by: 'J. Doe' } },
});
