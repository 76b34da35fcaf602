import { writeFileSync } from 'node:fs';
import { catalogFile, catalogText } from './catalog-text.ts';

// Writes src/controls/registry/builtin.ts; test/tooling/catalog.test.ts fails when this was forgotten.
writeFileSync(catalogFile, await catalogText());
console.log('src/controls/registry/builtin.ts');
