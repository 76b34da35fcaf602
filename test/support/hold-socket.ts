import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A socket that stays while the program behind it is started again and again, as a socket unit of systemd does it. */
export interface HeldSocket {
  /** Process ids of the programs that it started, the last one last. */
  readonly pids: readonly number[];
  /** What the programs said, in lines. */
  readonly said: readonly string[];
  /** Ends it with the program behind it. */
  readonly stop: () => Promise<void>;
}

const holder = `
use strict; use Socket; use POSIX ();
my ($path, @words) = @ARGV;
socket(my $held, PF_UNIX, SOCK_STREAM, 0) or die; unlink $path;
bind($held, pack_sockaddr_un($path)) or die $!; listen($held, 128) or die;
my $child = 0; my $over = 0;
$SIG{TERM} = sub { $over = 1; kill 'TERM', $child if $child };
until ($over) {
  $child = fork() // die;
  if (!$child) {
    POSIX::dup2(fileno($held), 3) if fileno($held) != 3;
    { local $^F = 3; require Fcntl; open(my $keep, '<&=', 3); fcntl($keep, Fcntl::F_SETFD(), 0); 
      $ENV{LISTEN_PID} = $$; $ENV{LISTEN_FDS} = 1; exec @words or POSIX::_exit(127); }
  }
  syswrite STDOUT, "pid $child\\n"; waitpid($child, 0); select(undef, undef, undef, 0.2);
}`;

/** Listens at a path and starts a program behind it, and again whenever it ends. */
export function holdSocket(path: string, words: readonly string[]): HeldSocket {
  const child: ChildProcess = spawn('perl', ['-e', holder, path, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pids: number[] = [];
  const said: string[] = [];
  if (!child.stdout) throw new Error('It has no output.');
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [, pid] = /^pid (\d+)$/.exec(line) ?? [];
    if (pid === undefined) said.push(line);
    else pids.push(Number(pid));
  });
  const ended = once(child, 'exit');
  return {
    pids,
    said,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
