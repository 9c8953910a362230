/** How the object API words what it answers: data, and refusals (reference C.5). */
import type { JsonValue } from '../../../core/json.ts';
import type { AttaskError } from '../attask-error.ts';

export function dataAnswer(data: JsonValue): string {
  return escaped(JSON.stringify({ data }));
}

export function errorAnswer(error: AttaskError): string {
  return escaped(JSON.stringify(errorBody(error)));
}

/** Two members about a login, six about an object (fixtures exception.json, removeFailure.json). */
export function errorBody({ javaClass, message, status }: AttaskError): JsonValue {
  const error = { class: javaClass, message };
  if (status === 401) return { error };
  return {
    error: { ...error, title: null, msgKey: 'exception.attask', attributes: [''], code: 0 },
  };
}

/** Replies write `\/` and `\u003c` (reference C.5); any JSON parser reads them. */
function escaped(json: string): string {
  return json.replaceAll('/', '\\/').replaceAll('<', '\\u003c');
}
