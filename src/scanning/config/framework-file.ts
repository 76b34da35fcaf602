/** A file of a framework as it is typed: a path, and perhaps a level. */
export const frameworkFile = /^(?<path>(?:.*\/)?[^/]*\.(?:ya?ml|json))(?:@(?<level>[^/@]+))?$/;

/** Whether a framework is named by a file rather than by its id. */
export const isFrameworkFile = (spec: string): boolean => frameworkFile.test(spec);
