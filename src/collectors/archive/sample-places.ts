/** Folders of packages: what lies below them was published with a package. */
const ofPackages =
  /(?:^|\/)(?:usr\/(?:lib|lib64|share|libexec|local\/(?:lib|share|go))|node_modules|site-packages|dist-packages|vendor|go\/pkg\/mod|gems)\//;

/** Folders that packages keep for what shows or tests something. */
const forShow =
  /(?:^|\/)(?:tests?|testdata|test_data|testing|__tests__|specs?|fixtures?|examples?|samples?|docs?|demo)\//;

/**
 * Whether a file is a package's own example or test data, which everybody has who has the package. The same folder
 * anywhere else says nothing: there it is whoever built the image that named it.
 */
export function isSample(path: string): boolean {
  const [start] = ofPackages.exec(path) ?? [];
  if (start === undefined) return false;
  return forShow.test(path.slice(path.indexOf(start) + start.length - 1));
}
