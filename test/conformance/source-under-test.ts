/** What the conformance test has to know of a source beside its entry in the register. */
import type { ChangeEvent, Path } from '../../services/core/change-event.generated.ts';
import type { JsonObject, JsonValue } from '../../services/core/json.ts';
import type { Micros } from '../../services/core/units.ts';
import type { Translated } from '../../services/source/log/translation.ts';

export interface SourceUnderTest {
  readonly path: Path;
  /** Inputs that become events. */
  readonly samples: readonly JsonObject[];
  /** Where members that nobody knows may appear in an input. */
  readonly withUnknown: (sample: JsonObject, unknown: JsonObject) => JsonObject;
  readonly translate: (input: JsonValue, observedAt: Micros) => Translated;
  /** The facts of the input, made from the event alone. */
  readonly rebuild: (event: ChangeEvent) => JsonValue;
}
