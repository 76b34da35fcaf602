/** What stands behind the last slash of a path, as the program that is started calls itself. */
export const basename = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
