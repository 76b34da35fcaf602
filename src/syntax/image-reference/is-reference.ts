const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const label = '(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])';
const host = String.raw`(?:${label}(?:\.${label})*|\[[0-9a-fA-F:]+\])(?::\d+)?`;
const grammar = new RegExp(
  String.raw`^(?:${host}/)?${component}(?:/${component})*(?::\w[\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[+._-][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?$`,
);

/** The longest name that a registry takes, with all that may stand behind it. */
const longest = 512;

/**
 * Whether a builder takes a text for the name of an image.
 *
 * @see https://pkg.go.dev/github.com/distribution/reference
 */
export const isReference = (text: string): boolean => text.length <= longest && grammar.test(text);
