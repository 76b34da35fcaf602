/** One listening Unix socket, by the number the kernel gives its inode. */
export interface UnixSocket {
  readonly inode: string;
  /** As it was bound: relative to the working directory when it does not begin with a slash. */
  readonly path: string;
}

/** The flag of a socket that accepts connections, `__SO_ACCEPTCON`. */
const accepting = 0x10000;

/** Reads the listening sockets that have a file out of the text of /proc/PID/net/unix. */
export function parseUnixListeners(text: string): readonly UnixSocket[] {
  return text.split('\n').flatMap((line) => {
    const [, flags, inode, path] =
      /^\S+: \S+ \S+ ([0-9A-F]{8}) \S+ \S+ +(\d+) (.+)$/.exec(line) ?? [];
    if (flags === undefined || inode === undefined || path === undefined) return [];
    // An abstract socket has a name, written with @, and no file.
    if ((Number.parseInt(flags, 16) & accepting) === 0 || path.startsWith('@')) return [];
    return [{ inode, path }];
  });
}
