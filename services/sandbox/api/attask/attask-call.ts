/** One authenticated call of the attask API and what it works on. */
import type { Faults } from '../../faults/faults.ts';
import type { CustomParameters } from '../../tenant/parameters.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import type { Access, Caller } from '../../tenant/access.ts';
import type { AttaskRequest } from '../../../workfront/attask/attask-request.ts';
import type { RecycleBin } from '../../tenant/recycle-bin.ts';

export interface AttaskParts {
  readonly tenant: Tenant;
  readonly parameters: CustomParameters;
  readonly access: Access;
  readonly bin: RecycleBin;
  readonly faults: Faults;
}

export interface AttaskCall extends AttaskParts {
  readonly request: AttaskRequest;
  readonly caller: Caller;
  /** Of the session user, in which dates are shown and days begin (reference C.6). */
  readonly zone: string;
}
