const names = /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/;

/**
 * Whether the builder sets an argument by itself, as the platform has it: `linux/arm64`, `linux`, `arm64` or `v8`.
 *
 * @see https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope
 */
export const isPlatformArgument = (name: string): boolean => names.test(name);
