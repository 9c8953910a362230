/**
 * Writes the `*.generated.ts` files, or with `--check` compares them and writes nothing.
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

const CATALOGUE = 'services/workfront/catalogue';

interface Output {
  readonly input: string;
  readonly output: string;
  readonly generate: (text: string) => string;
}

const SCHEMA = 'schemas/change-event.avsc';

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
];

function catalogueOutput(input: string, output: string, generate: Output['generate']): Output {
  return {
    input: `${CATALOGUE}/reference/${input}.json`,
    output: `${CATALOGUE}/${output}.generated.ts`,
    generate,
  };
}

const check = process.argv.includes('--check');
for (const { input, output, generate } of OUTPUTS) {
  const text = generate(await readFile(input, 'utf8'));
  const current = await readFile(output, 'utf8').catch(() => '');
  if (text === current) continue;
  if (check) {
    console.error(`${output} differs from what ${input} gives: run \`npm run generate\``);
    process.exitCode = 1;
  } else {
    await writeFile(output, text);
    console.log(`wrote ${output}`);
  }
}
