import { builtin, definePlimsollConfig, extendCatalog } from 'plimsoll';
import { registryUsesTls, registryWantsLogin } from './controls.ts';
import { registryAt } from './registry.ts';

export default definePlimsollConfig({
  collectors: [registryAt(process.env['REGISTRY'] ?? 'https://registry.example.org')],
  catalog: extendCatalog(builtin, { id: 'acme', add: [registryUsesTls, registryWantsLogin] }),
});
