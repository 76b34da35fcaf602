import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { jsonSchemas } from './json-schemas.ts';

// Writes schemas/ from the zod schemas; test/schemas.test.ts fails when this was forgotten.
const folder = path.join(import.meta.dirname, '..', 'schemas');
mkdirSync(folder, { recursive: true });
for (const [name, content] of Object.entries(jsonSchemas())) {
  writeFileSync(path.join(folder, name), content);
  console.log(`schemas/${name}`);
}
