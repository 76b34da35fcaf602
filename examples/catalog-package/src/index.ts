import { definePlimsollConfig } from 'plimsoll';
import { catalog } from './catalog.ts';
import { german } from './german.ts';
import { ownersReport } from './owners-report.ts';
import { policy } from './policy.ts';

export { catalog } from './catalog.ts';
export { german } from './german.ts';
export { ownersReport } from './owners-report.ts';
export { policy } from './policy.ts';

/** What a team's configuration extends: `extends: 'plimsoll-catalog-acme'`. */
export default definePlimsollConfig({
  catalog,
  frameworks: [policy],
  reports: [ownersReport],
  locales: [german],
});
