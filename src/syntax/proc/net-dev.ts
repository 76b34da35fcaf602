/**
 * Interfaces that the kernel makes in every network by itself, of tunnels that nobody set up. They lead nowhere until something
 * went through them.
 */
const fallbacks = /^(?:tunl|sit|ip6tnl|gre|gretap|erspan|ip6gre|ip_vti|ip6_vti)0$/;

/**
 * The interfaces of a network beside its loopback, by the text of /proc/PID/net/dev.
 *
 * @see https://man7.org/linux/man-pages/man5/proc_pid_net.5.html
 */
export const parseInterfaces = (text: string): readonly string[] =>
  [...text.matchAll(/^ *(\S+): *(\d+)(?: +\d+){7} +(\d+)/gm)].flatMap(
    ([, name = '', received, sent]) =>
      name === 'lo' || (fallbacks.test(name) && received === '0' && sent === '0') ? [] : name,
  );
