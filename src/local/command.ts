import { Command, CommanderError } from 'commander';
import { type Language, languageOf, type Text } from '../i18n/language.ts';
import { LocalProblem } from './problem.ts';

/** The language of what is said before a file is read, unless the user asks for one. */
export const machineLanguage = (): Language => languageOf(Intl.DateTimeFormat().resolvedOptions().locale);

/** A command whose help and complaints are in this language. */
export function createCommand(name: string, description: Text, language: Language): Command {
  return new Command(name)
    .description(description[language])
    .helpOption('-h, --help', help[language])
    .configureHelp({ styleTitle: (title) => headings[title]?.[language] ?? title })
    .configureOutput({ writeErr: () => undefined })
    .exitOverride();
}

/**
 * @param oneArgument what to say where an argument lacks or there are several; by default what commands on files say
 * @returns false when help was asked for and shown
 * @throws LocalProblem saying what is wrong with the arguments
 */
export function parseCommand(command: Command, argv: readonly string[], oneArgument?: Text): boolean {
  try {
    command.parse(argv, { from: 'user' });
    return true;
  } catch (problem) {
    if (!(problem instanceof CommanderError)) throw problem;
    if (problem.exitCode === 0) return false;
    const isAboutArguments = /^commander\.(missingArgument|excessArguments)$/.test(problem.code);
    throw new LocalProblem((isAboutArguments ? oneArgument : undefined) ?? misuse(problem, command.name()), { cause: problem });
  }
}

/** What the parser complains about, in our words; `call` is how the command is called. */
function misuse({ code, message }: CommanderError, call: string): Text {
  const name = /'([^']*)'/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.unknownOption':
      return { en: `There is no option ${name}: --help lists them.`, ru: `Параметра ${name} нет: список покажет --help.` };
    case 'commander.missingArgument':
      return {
        en: `Name a file: ${call} client.xlsx`,
        ru: `Укажите файл: ${call} client.xlsx`,
      };
    case 'commander.excessArguments':
      return {
        en: 'One file at a time: put a name with spaces in quotation marks.',
        ru: 'Файл нужен один: имя с пробелами возьмите в кавычки.',
      };
    case 'commander.optionMissingArgument':
      return { en: `The option ${name} needs a value.`, ru: `После ${name} нужно значение.` };
    default:
      return { en: `${message}: --help shows how to call this.`, ru: `${message}: как вызвать, покажет --help.` };
  }
}

const help: Text = { en: 'show this help', ru: 'показать эту справку' };

const headings: Readonly<Record<string, Text>> = {
  'Usage:': { en: 'Usage:', ru: 'Как вызвать:' },
  'Arguments:': { en: 'Arguments:', ru: 'Что передать:' },
  'Options:': { en: 'Options:', ru: 'Параметры:' },
};
