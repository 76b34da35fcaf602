import { builtin, extendCatalog } from 'plimsoll';

export const catalog = extendCatalog(builtin, {
  tailor: { 'workload-pids-limit': { params: { max: 256 }, by: 'J. Doe' } },
});
