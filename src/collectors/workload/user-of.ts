/**
 * Who the first process starts as. A number counts as the engine counts it, with leading zeros or a sign.
 *
 * @param configured as Docker keeps it, `user[:group]`; `''` is root
 * @param kernelUid user in effect where the kernel tells and numbers users as the container does; it
 * stands in for a name that only the image's passwd file could resolve
 */
export function userOf(configured: string, kernelUid: number | null = null) {
  const [name = '', group = ''] = configured.split(':');
  const uid = numberOf(name);
  return {
    configured,
    name: uid === null ? name : name === '' ? 'root' : null,
    uid: uid ?? (name === 'root' ? 0 : kernelUid),
    gid: group === '' ? null : (numberOf(group) ?? (group === 'root' ? 0 : null)),
  };
}

/** `''` is root, which is 0; `null` is a name, or a number that no user has. */
function numberOf(written: string): number | null {
  if (written === '') return 0;
  if (!/^[+-]?\d+$/.test(written)) return null;
  const number = Number(written);
  return number >= 0 ? Math.abs(number) : null;
}
