/**
 * The views of a form: `forms.<form>_<base>_current`, `_event` and `_daily_history`. What is there
 * stays: names and columns are found again by the ids in our comments, and what is new comes
 * behind, so that a view is replaced in place and nobody's query breaks. Pure.
 */
import { tableOf } from '../../tables/type-tables.ts';
import { keyColumnOf, viewBaseOf } from '../names.ts';
import { CALENDAR, daysOf, VALIDITY, versionsOf } from '../object-views.ts';
import { sqlName, sqlText } from '../../../platform/postgres/quoting.ts';
import type { WantedView } from '../replace-views.ts';
import type { Column } from '../view-column.ts';
import { fieldExpression, freeName, identifierOf } from './form.ts';
import type { CustomForm, FormColumnType } from './form.ts';
import type { FormView } from './read-forms.ts';

const KINDS = ['current', 'event', 'daily_history'] as const;
type Kind = (typeof KINDS)[number];

/** What is not there yet, or has more columns now; empty where all is. */
export function wantedFormViews(
  forms: readonly CustomForm[],
  there: readonly FormView[],
): readonly WantedView[] {
  const taken = new Set(there.map(({ name }) => name));
  return forms.flatMap((form) =>
    form.objCodes.filter(hasForms).flatMap((objCode) =>
      KINDS.flatMap((kind) => {
        const mark = markOf(form, objCode, kind);
        const known = there.find(({ comment }) => comment.includes(mark)) ?? null;
        const name = known?.name ?? freeName(nameOf(form, objCode, kind), taken);
        taken.add(name);
        const columns = columnsOf(form, objCode, kind, known);
        if (known !== null && known.columns.length === columns.length) return [];
        return [viewOf({ form, objCode, kind, mark, known, name, columns })];
      }),
    ),
  );
}

/** Only of objects that say which form they have can there be a view. */
function hasForms(objCode: string): boolean {
  const { columnOf } = tableOf(objCode);
  return columnOf.has('categoryID');
}

function markOf({ categoryID }: CustomForm, objCode: string, kind: Kind): string {
  return `CTGY ${categoryID} of ${objCode}, ${kind}.`;
}

function nameOf({ name, categoryID }: CustomForm, objCode: string, kind: Kind): string {
  const form = identifierOf(name, 28, `form_${categoryID.slice(-6)}`);
  return `${form}_${viewBaseOf(objCode)}_${kind}`;
}

function columnsOf(
  form: CustomForm,
  objCode: string,
  kind: Kind,
  known: FormView | null,
): readonly Column[] {
  const ours = oursOf(objCode, kind);
  const columns: Column[] = [...ours];
  const taken = new Set(columns.map(({ name }) => name));
  const seen = new Set<string>();
  const add = (name: string, parameterID: string, type: FormColumnType, comment: string): void => {
    taken.add(name);
    seen.add(`${parameterID} ${type}`);
    columns.push({ name, expression: fieldExpression(parameterID, type), comment });
  };
  for (const { name, comment } of known?.columns.slice(ours.length) ?? []) {
    const [, parameterID = '', type = ''] = PARAMETER.exec(comment) ?? [];
    if (isColumnType(type)) add(name, parameterID, type, comment);
  }
  for (const { parameterID, name, type } of form.fields) {
    if (seen.has(`${parameterID} ${type}`)) continue;
    const plain = identifierOf(name, 56, `field_${parameterID.slice(-6)}`);
    const comment = `PARAM ${parameterID} as ${type}: "${name}" when the column was made.`;
    add(freeName(plain, taken), parameterID, type, comment);
  }
  return columns;
}

const PARAMETER = /^PARAM (\S+) as (text|numeric|timestamptz|jsonb):/;

function isColumnType(text: string): text is FormColumnType {
  return ['text', 'numeric', 'timestamptz', 'jsonb'].includes(text);
}

function oursOf(objCode: string, kind: Kind): readonly Column[] {
  const named = tableOf(objCode).columnOf.has('name');
  const name = { name: 'name', expression: 'version.name', comment: `${objCode}.name.` };
  return [
    { name: keyColumnOf(objCode), expression: 'version.objid', comment: 'ID of the object.' },
    ...(named ? [name] : []),
    {
      name: 'deleted',
      expression: `case when version.deleted then '1' else '0' end`,
      comment: `'1' when the object is deleted, else '0'.`,
    },
    {
      name: 'dl_load_timestamp',
      expression: 'version.observedat',
      comment: 'When this pipeline saw the newest fact in the row, UTC.',
    },
    ...(kind === 'current' ? [] : VALIDITY),
    ...(kind === 'daily_history' ? CALENDAR : []),
  ];
}

interface Wanted {
  readonly form: CustomForm;
  readonly objCode: string;
  readonly kind: Kind;
  readonly mark: string;
  readonly known: FormView | null;
  readonly name: string;
  readonly columns: readonly Column[];
}

function viewOf({ form, objCode, kind, mark, known, name, columns }: Wanted): WantedView {
  const table = tableOf(objCode);
  const versions = versionsOf(table);
  const from = {
    current: `live.${table.now} as version`,
    event: versions,
    daily_history: daysOf(versions),
  }[kind];
  const version = Number(/Version (\d+)\./.exec(known?.comment ?? '')?.[1] ?? 0) + 1;
  const select = columns.map((one) => `  ${one.expression} as ${sqlName(one.name)}`);
  return {
    name: `forms.${PLAIN.test(name) ? name : sqlName(name)}`,
    comment: `Objects of type ${objCode} that have the form ${form.name}: ${mark} Version ${version}.`,
    columns,
    select: `select\n${select.join(',\n')}\nfrom ${from}\nwhere ${hasFormSql(form.categoryID, objCode)}`,
  };
}

/** What Postgres names without quotes; none of ours is a word of its own. */
const PLAIN = /^[a-z_][a-z0-9_]*$/;

/** An object's first form is its categoryID, all of them are in objectCategories. */
function hasFormSql(categoryID: string, objCode: string): string {
  const id = sqlText(categoryID);
  const path = sqlText(`$.** ? (@ == ${JSON.stringify(categoryID)})`);
  const further = tableOf(objCode).columnOf.has('customFormsIDs')
    ? ` or version.customformsids ? ${id}`
    : '';
  return `(version.categoryid = ${id}
  or jsonb_path_exists(version.other -> 'objectCategories', ${path})${further})`;
}
