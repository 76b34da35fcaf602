const address = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@)/i;
const commit = /#[0-9a-f]{40}\b/;

/** Whether ADD fetches a source instead of finding it in the build context. */
export const isFetched = (source: string): boolean => address.test(source);

const repository = /^(?:git@|git:\/\/|ssh:\/\/)|^https?:\/\/[^?#]+\.git(?:[?#]|$)/i;

/** Whether a source is a repository, of which ADD makes a folder. */
export const isRepository = (source: string): boolean => repository.test(source);

/** Whether a repository's whole commit says what is fetched, so that no other content can come. */
export const namesCommit = (source: string): boolean => commit.test(source);
