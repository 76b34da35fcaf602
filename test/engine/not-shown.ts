/** Verdicts that the engine suite cannot show here, each with the reason; the tests of the controls show them. */
export const notShown: Readonly<Record<string, string>> = {};
