/**
 * Writes what is generated: `*.generated.ts`, and golden bytes for a schema that has none. With
 * `--check` it compares and writes nothing.
 * Promises: the same inputs give the same bytes. Must not read anything but the repository.
 */
import { readFile, writeFile } from 'node:fs/promises';
import {
  eventFieldsSource,
  fieldTypesSource,
  journalFieldsSource,
  objectTypesSource,
} from './catalogue.ts';
import { eventTypesSource } from './event-types.ts';
import { configurationPage } from './configuration.ts';
import { addGolden, hasGolden } from './golden.ts';

const CATALOGUE = 'services/workfront/catalogue';
const SCHEMA = 'schemas/change-event.avsc';

interface Output {
  /** A file, or null where the code itself is the input. */
  readonly input: string | null;
  readonly output: string;
  readonly generate: (text: string) => string;
}

const OUTPUTS: readonly Output[] = [
  {
    input: SCHEMA,
    output: 'services/core/change-event.generated.ts',
    generate: (text) => eventTypesSource(text, SCHEMA),
  },
  catalogueOutput('objects', 'object-types', objectTypesSource),
  catalogueOutput('field_types', 'field-types', fieldTypesSource),
  catalogueOutput('event_sub_fields', 'event-fields', eventFieldsSource),
  catalogueOutput('jrnle_fields', 'journal-fields', journalFieldsSource),
  { input: null, output: 'docs/operating/configuration.md', generate: configurationPage },
];

function catalogueOutput(input: string, output: string, generate: Output['generate']): Output {
  return {
    input: `${CATALOGUE}/reference/${input}.json`,
    output: `${CATALOGUE}/${output}.generated.ts`,
    generate,
  };
}

async function check(): Promise<void> {
  const refuse = (problem: string): void => {
    console.error(`${problem}: run \`npm run generate\` and commit what it writes`);
    process.exitCode = 1;
  };
  for (const { input, output, generate } of OUTPUTS)
    if (generate(await inputOf(input)) !== (await fileText(output)))
      refuse(`${output} differs from what ${input ?? 'the settings'} give`);
  if (!(await hasGolden())) refuse(`${SCHEMA} has no golden bytes`);
}

async function write(): Promise<void> {
  for (const { input, output, generate } of OUTPUTS) {
    const text = generate(await inputOf(input));
    if (text === (await fileText(output))) continue;
    await writeFile(output, text);
    console.log(`wrote ${output}`);
  }
  const golden = await addGolden();
  if (golden !== null) console.log(`wrote schemas/golden/${golden}`);
}

async function inputOf(path: string | null): Promise<string> {
  return path === null ? '' : readFile(path, 'utf8');
}

async function fileText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

await (process.argv.includes('--check') ? check() : write());
