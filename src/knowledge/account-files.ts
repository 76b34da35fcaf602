/** The files by which a system knows who is who, and who may become root. */
export const accountFiles: readonly string[] = [
  ...['/etc/passwd', '/etc/shadow', '/etc/group', '/etc/gshadow'],
  '/etc/sudoers',
];

/** The folders that contain them: write access to one allows replacing what is in it. */
export const accountFolders: readonly string[] = ['/etc', '/etc/sudoers.d'];

/** Whether a path is one of the files, those among the rules of sudo included. */
export const isAccountFile = (path: string): boolean =>
  accountFiles.includes(path) || path.startsWith('/etc/sudoers.d/');
