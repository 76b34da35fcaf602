import { Argument, Command } from 'commander';
import { shapeOf } from '../completion/command-shape.ts';
import { knownWords } from '../completion/known-words.ts';
import { completionFor, shells, type Shell } from '../completion/shells.ts';

/** `plimsoll completion bash|zsh|fish` */
export const completionCommand = (all: () => Promise<readonly Command[]>): Command =>
  new Command('completion')
    .addArgument(new Argument('<shell>', 'the shell that you use').choices(shells))
    .addHelpText(
      'after',
      `
Examples:
  plimsoll completion bash > ~/.local/share/bash-completion/completions/plimsoll
  plimsoll completion zsh > ~/.zfunc/_plimsoll           with fpath+=(~/.zfunc) before compinit in ~/.zshrc
  plimsoll completion fish > ~/.config/fish/completions/plimsoll.fish`,
    )
    .action(async (shell: Shell) => {
      const known = await knownWords();
      const shapes = (await all()).map((command) => shapeOf(command, known));
      process.stdout.write(completionFor(shell, shapes));
    });
