/** A paper whose links into the repository lead to its public address at a tag, so that they hold wherever it is shown. */
export const withAbsoluteLinks = (paper: string, address: string, tag: string): string =>
  paper.replace(
    /(!?)(\[[^\]]*\]\()(?!https?:|#)([^)\s]+)\)/g,
    (_, picture: string, text: string, to: string) =>
      `${picture}${text}${address}/${picture === '' ? 'blob' : 'raw'}/${tag}/${to})`,
  );

/** A manifest that names the public address of its repository; npm shows all three. */
export const withAddress = <T extends object>(manifest: T, address: string) => ({
  ...manifest,
  homepage: `${address}#readme`,
  bugs: { url: `${address}/issues` },
  repository: { type: 'git', url: `git+${address}.git` },
});
