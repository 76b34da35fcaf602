import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogFile, catalogText } from '../../scripts/catalog-text.ts';

it('the built-in catalog has every control that there is a file of (npm run catalog)', async () => {
  expect(readFileSync(catalogFile, 'utf8')).toBe(await catalogText());
});
