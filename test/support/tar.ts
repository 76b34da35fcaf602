/** One entry of an archive that a test makes; what is left out is a plain file of root's. */
export interface MadeEntry {
  readonly name: string;
  readonly body?: string | Buffer;
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  /** The type flag. */
  readonly flag?: string;
  readonly target?: string;
  /** What the header says of the size, should it lie. */
  readonly size?: number;
}

const block = 512;

/** One entry with its header; numbers and names are written as they are given. */
export function tarEntry({
  name,
  body = '',
  mode = 0o644,
  uid = 0,
  gid = 0,
  flag = '0',
  target = '',
  size,
}: MadeEntry): Buffer {
  const content = Buffer.from(body);
  const header = Buffer.alloc(block);
  const put = (text: string, at: number): void => void header.write(text, at, 'latin1');
  put(name.slice(0, 100), 0);
  put(mode.toString(8).padStart(7, '0'), 100);
  put(uid.toString(8).padStart(7, '0'), 108);
  put(gid.toString(8).padStart(7, '0'), 116);
  put((size ?? content.length).toString(8).padStart(11, '0'), 124);
  put('00000000000', 136);
  put('        ', 148);
  put(flag, 156);
  put(target.slice(0, 100), 157);
  put('ustar\u000000', 257);
  put(
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  );
  return Buffer.concat([header, content, Buffer.alloc((block - (content.length % block)) % block)]);
}

/** A whole archive, with its end mark. */
export const tar = (entries: readonly MadeEntry[]): Buffer =>
  Buffer.concat([...entries.map(tarEntry), Buffer.alloc(2 * block)]);
