/** The tables of the objects projection: their DDL, and what readers see of them. */
import { readFileSync } from 'node:fs';
import { assetPath } from '../../platform/process/assets.ts';
import type { StoreDefinition } from '../live-store.ts';

export function objectTables(): StoreDefinition {
  return {
    tablesSql: readFileSync(assetPath('services/store/tables/objects.sql'), 'utf8'),
    liveViews: [
      {
        name: 'current',
        columns: 'objid, objcode, entrydate, deleted, fields, observedat',
        comment: 'Each object as it stands: one row an object, in the store that is live.',
      },
      {
        name: 'versions',
        columns: 'objid, objcode, entrydate, deleted, fields, observedat',
        comment: 'What each object was, from entrydate until its next version.',
      },
      {
        name: 'changes',
        columns:
          'objid, objcode, eventid, operation, path, apiversion, entrydate, asof, clocked, fields, ' +
          'clears, actorid, observedat, topic, partition, "offset"',
        comment: 'Each accepted change event, once.',
      },
    ],
  };
}
