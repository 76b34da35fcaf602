/** A catalog that a publisher itself keeps in OSCAL. */
interface PublishedCatalog {
  readonly title: string;
  /** One release of it, so that what it holds stays as it is. */
  readonly href: string;
}

/**
 * Catalogs that results refer to in place of one of ours, by the id of the framework. Their ids are the publisher's: `AC-2(4)` is
 * `ac-2.4`.
 *
 * @see https://github.com/usnistgov/oscal-content/releases/tag/v1.5.0 SP 800-53 release 5.2.0, read on 2026-12-01
 */
export const publishedCatalogs: ReadonlyMap<string, PublishedCatalog> = new Map([
  [
    'nist-800-53-r5',
    {
      title: 'NIST SP 800-53 Rev 5.2.0',
      href: 'https://raw.githubusercontent.com/usnistgov/oscal-content/v1.5.0/nist.gov/SP800-53/rev5/json/NIST_SP-800-53_rev5_catalog.json',
    },
  ],
]);
