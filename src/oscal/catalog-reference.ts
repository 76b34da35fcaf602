import { publishedCatalogs } from '../knowledge/published-catalogs.ts';

/** How a document names a catalog that it refers to: a resource of its own, and what points to it. */
export interface CatalogReference {
  readonly href: string;
  readonly resource: {
    readonly uuid: string;
    readonly title: string;
    readonly rlinks: readonly { readonly href: string; readonly 'media-type': string }[];
  };
}

/** The catalog that the publisher of a framework keeps, or else one of ours, in the file that is named. */
export function referTo(
  frameworkId: string,
  own: { readonly uuid: string; readonly title: string; readonly file: string },
): CatalogReference {
  const published = publishedCatalogs.get(frameworkId);
  return {
    href: `#${own.uuid}`,
    resource: {
      uuid: own.uuid,
      title: published?.title ?? own.title,
      rlinks: [
        {
          href: published?.href ?? encodeURIComponent(own.file),
          'media-type': 'application/json',
        },
      ],
    },
  };
}
