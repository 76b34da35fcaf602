/** A segment of a path; digests keep their colon, as engines write them. */
export const segment = (id: string): string => encodeURIComponent(id).replaceAll('%3A', ':');
