"""Runs a command on a terminal of its own: drive-terminal.py STEPS -- COMMAND.

STEPS is JSON: pairs of a text to wait for and the keys to press then. What the command printed is printed; the exit
code is the command's, or 99 when a text did not come.
"""

import fcntl
import json
import os
import pty
import select
import struct
import sys
import termios
import time

steps, command = json.loads(sys.argv[1]), sys.argv[3:]
child, terminal = pty.fork()
if child == 0:
    os.execvp(command[0], command)
if os.environ.get('COLUMNS'):
    size = struct.pack('HHHH', 40, int(os.environ['COLUMNS']), 0, 0)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, size)

said = b''


def read(text, seconds):
    """Reads until a text comes, or the command ends; whether it came."""
    global said
    begin, end = len(said), time.monotonic() + seconds
    while time.monotonic() < end:
        if not select.select([terminal], [], [], 0.1)[0]:
            continue
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            return False
        if not piece:
            return False
        said += piece
        if text is not None and text.encode() in said[begin:]:
            return True
    return False


code = 0
for text, keys in steps:
    if not read(text, 25):
        code = 99
        os.kill(child, 9)
        break
    # The question is on the screen before the keys are listened to.
    time.sleep(0.3)
    os.write(terminal, keys.encode())
read(None, 60)
status = os.waitpid(child, 0)[1]
sys.stdout.buffer.write(said)
sys.exit(code or os.waitstatus_to_exitcode(status) % 256)
