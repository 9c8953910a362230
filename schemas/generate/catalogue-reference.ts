/** The shape of the reference JSON, as far as it is used. */
/* eslint-disable @typescript-eslint/no-unsafe-assignment -- our own files, read only to generate:
   declared rather than parsed, and the compiler checks what comes out */

export interface ObjectJson {
  readonly objCode: string;
  readonly name: string;
  readonly apiName: string | null;
  readonly inRestApiV22: boolean;
  readonly planningObject: boolean;
  readonly eventSubscription: { readonly supported: boolean; readonly v2Only?: boolean };
  readonly polling: Readonly<Record<string, unknown>> | null;
  readonly dataConnect: readonly DataConnectJson[] | null;
}

export interface DataConnectJson {
  readonly schema?: string;
  readonly base: string;
  readonly primaryKey: readonly string[];
  readonly foreignKeys?: readonly RelationJson[];
  readonly columns?: readonly (RelationJson & { readonly type: string })[];
}

interface RelationJson {
  readonly column: string;
  readonly relatedTable: string;
  readonly relatedField: string;
}

export interface FieldTypesJson {
  readonly fields: Readonly<Record<string, FieldTypeJson>>;
}

interface FieldTypeJson {
  readonly type: string | null;
  readonly source: string;
  readonly filterable?: boolean;
  readonly sortable?: boolean;
  readonly enum?: readonly (string | number)[];
}

export interface EventTypeJson {
  readonly objCode: string;
  readonly idField: string | null;
  readonly changeTimeField: string | null;
  readonly createTimeField: string | null;
  readonly actorField: string | null;
  readonly customerField: string;
  readonly hasParameterValues: boolean;
  readonly listedAsSubscribable: boolean;
  readonly fields: readonly {
    readonly name: string;
    readonly type: string | null;
    readonly typeSource: string | null;
    readonly removed?: string;
  }[];
}

export interface JournalJson {
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    readonly meaning: string;
    readonly refersTo?: string | null;
    readonly v13Flag?: string;
  }[];
  readonly changeTypeCodes: readonly { readonly code: string | null; readonly label: string }[];
  readonly trackable: {
    readonly configurableObjects: readonly string[];
    readonly loggedNotConfigurable: readonly string[];
  };
}

export function readObjects(text: string): readonly ObjectJson[] {
  const file: { objects: readonly ObjectJson[] } = JSON.parse(text);
  return file.objects;
}

export function readFieldTypes(text: string): Readonly<Record<string, FieldTypesJson>> {
  const file: { objects: Readonly<Record<string, FieldTypesJson>> } = JSON.parse(text);
  return file.objects;
}

export function readEventTypes(text: string): readonly EventTypeJson[] {
  const file: { objects: readonly EventTypeJson[] } = JSON.parse(text);
  return file.objects;
}

export function readJournalFields(text: string): JournalJson {
  const file: JournalJson = JSON.parse(text);
  return file;
}
