/**
 * `/metadata` and `/{obj}/metadata`: what types and fields there are (reference C.1, fixture
 * metadata.json).
 */
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { fieldsOf, objectType } from '../../catalogue/catalogue.ts';
import { OBJECT_TYPES } from '../../catalogue/object-types.generated.ts';
import { collectionsOf } from '../../catalogue/collections.ts';
import { referencesOf, schemaOf } from '../../catalogue/schema.ts';
import { queriesOf } from '../named-query.ts';

export function describeAll(version: number): JsonValue {
  const objects: Record<string, JsonValue> = {};
  for (const { objCode, name, apiName, inRest } of OBJECT_TYPES) {
    if (!inRest) continue;
    objects[objCode] = { name: apiName ?? name, label: name, objCode, flags: ['REPORTABLE'] };
  }
  return { apiVersion: `v${version}.0`, objects };
}

export function describeType(objCode: string, version: number): JsonValue {
  const type = objectType(objCode);
  const fields: Record<string, JsonValue> = {};
  for (const [name, fieldType] of schemaOf(objCode)) {
    const known = fieldsOf(objCode).get(name);
    const values = known?.values ?? [];
    fields[name] = {
      label: name,
      typeObjCode: null,
      targetTypeObjCode: null,
      fieldType: fieldType === 'unknown' ? 'string' : fieldType,
      enumTargetObjCode: null,
      enumType: null,
      url: null,
      ...(values.length === 0
        ? {}
        : { possibleValues: values.map((value) => ({ label: String(value), value })) }),
    };
  }
  return {
    name: type?.apiName ?? objCode,
    label: type?.name ?? objCode,
    objCode,
    flags: ['REPORTABLE'],
    url: `/attask/api/v${version}.0/${objCode}/metadata`,
    fields,
    references: referencesMetadata(objCode, version),
    collections: collectionsMetadata(objCode, version),
    search: {},
    actions: {},
    queries: Object.fromEntries(queriesOf(objCode).map((label) => [label, { label }])),
    operations: ['add', 'count', 'delete', 'edit', 'get', 'report', 'search'],
  };
}

function referencesMetadata(objCode: string, version: number): JsonObject {
  return Object.fromEntries(
    [...referencesOf(objCode)].map(([field, target]) => [
      field.replace(/ID$/, ''),
      linkMetadata(field.replace(/ID$/, ''), target, version),
    ]),
  );
}

function collectionsMetadata(objCode: string, version: number): JsonObject {
  return Object.fromEntries(
    Object.entries(collectionsOf(objCode)).map(([name, { objCode: target }]) => [
      name,
      linkMetadata(name, target, version),
    ]),
  );
}

function linkMetadata(label: string, target: string, version: number): JsonObject {
  return {
    flags: ['NOT_GROUPABLE'],
    label,
    typeObjCode: target,
    targetTypeObjCode: null,
    fieldType: objectType(target)?.name ?? target,
    enumTargetObjCode: null,
    enumType: null,
    url: `/attask/api/v${version}.0/${target.toLowerCase()}/metadata`,
  };
}
