/** How a project is called among targets. */
export const composeId = (files: readonly string[]): string => `compose:${files.join(',')}`;
