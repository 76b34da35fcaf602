/** What the Filesystem Hierarchy Standard and its customs have as folders, and never as files. */
const known =
  /^\/(?:$|(?:app|bin|boot|config|data|dev|etc|home|lib(?:32|64)?|log|logs|media|mnt|opt|proc|root|run|sbin|scripts|srv|sys|tmp|usr|var|work|workdir|workspace)$|(?:home|media|mnt|srv)\/[^/]+$|usr\/(?:local\/)?(?:bin|etc|games|include|lib(?:32|64|exec)?|local|sbin|share|src)$|var\/(?:backups|cache|db|empty|lib|local|lock|log|mail|opt|run|spool|tmp|www(?:\/html)?)$|var\/(?:cache|lib|log|mail|run|spool)\/[^/.]+$|etc\/[^/.]+\.d$|run\/lock$)/;

/** Whether a path is that of a folder by its name alone. */
export const isKnownFolder = (path: string): boolean =>
  path === '~' || /^~\w+$|^\$\{?HOME\}?$/.test(path) || known.test(path);

/** Where every user may put files that others shall not remove. */
const temporary =
  /^\/(?:(?:var\/)?tmp(?:\/.+)?|var\/(?:crash|lock)|dev\/(?:shm|mqueue)|(?:var\/)?run\/(?:lock|screen|shm))$/;

/** Whether a path is that of a folder for everybody's files. */
export const isTemporaryFolder = (path: string): boolean => temporary.test(path);

/** Folders of a system that hold its programs, settings and state, and nobody else's files. */
const system =
  /^\/(?:$|(?:bin|boot|dev|etc|home|lib(?:32|64)?|opt|proc|root|run|sbin|sys|usr|var)$|usr\/(?:local\/)?(?:bin|etc|games|include|lib(?:32|64|exec)?|local|sbin|share|src)$|var\/(?:backups|cache|db|empty|lib|local|log|mail|opt|run|spool)$|etc\/[^/.]+\.d$)/;

/** Whether a path is that of a folder to which nobody but root writes. */
export const isSystemFolder = (path: string): boolean => system.test(path);
