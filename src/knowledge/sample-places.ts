/** Folders of packages: what lies below them was published with a package. */
const ofPackages =
  /(?:^|\/)(?:usr\/(?:lib|lib64|share|libexec|local\/(?:lib|share|go))|node_modules|site-packages|dist-packages|vendor|go\/pkg\/mod|gems)\//;

/** Folders that packages keep for what shows or tests something. */
const forShow =
  /(?:^|\/)(?:tests?|testdata|test_data|testing|__tests__|specs?|fixtures?|examples?|samples?|docs?|demo)\//;

/**
 * Keys of Python's own tests, by which it tests its own TLS. Nothing says which files its images have from it.
 *
 * @see https://github.com/python/cpython/tree/main/Lib/test/certdata
 */
const ofPython =
  /^(?:allsans|badcert|badkey|ffdh3072|idnsans|keycert[234]?|keycert\.passwd|keycertecc|nosan|nullcert|pycakey|revocation|selfsigned_pythontestdotnet|ssl_key|ssl_key\.passwd|talos-2019-0758|wrongcert)\.pem$/;
const testsOfPython = /(?:^|\/)usr\/(?:local\/)?lib\/python[\d.]*\/test\/(?:certdata\/)?([^/]+)$/;

/**
 * Whether a file is a package's own example or test data, which everybody has who has the package: it lies in a folder for
 * such, and in one of the package. The same folder anywhere else says nothing: there it is the builder of the image that
 * named it.
 */
export function isSample(path: string): boolean {
  const [, ofTests] = testsOfPython.exec(path) ?? [];
  if (ofTests !== undefined) return ofPython.test(ofTests);
  const [start] = ofPackages.exec(path) ?? [];
  if (start === undefined) return false;
  const inside = path.slice(path.indexOf(start) + start.length - 1);
  return forShow.test(inside) && inside.split('/').length > 3;
}
