/**
 * Other ids of one vulnerability among those that are related to it. An advisory of a distribution mends several and relates to
 * each: none of them is the same as all, and what is said of one is not said of the others.
 */
export function sameAs(id: string, related: readonly string[]): string[] {
  const others = [...new Set(related)].filter((other) => other !== '' && other !== id);
  const ofCve = [id, ...others].filter((each) => each.startsWith('CVE-'));
  return ofCve.length > 1 ? [] : others;
}
