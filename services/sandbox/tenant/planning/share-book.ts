/** Who was given which role on what in Planning, and who asks for one (reference E.3). */
import { isJsonObject, isList } from '../../../core/json.ts';
import type { JsonObject } from '../../../core/json.ts';
import { fieldText } from '../../../workfront/object-row.ts';

export const ROLES = ['viewer', 'editor', 'manager'] as const;
export type Role = (typeof ROLES)[number];

export const WILDCARDS = ['SELECTED_USERS_ONLY', 'EVERYONE_IN_WORKSPACE'] as const;

export interface Member {
  readonly subjectId: string;
  readonly subjectType: string;
  readonly role: Role;
}

export interface Shares {
  readonly members: Map<string, Member>;
  readonly requests: Map<string, JsonObject>;
  /** Of a record type: false restricts workspace members to viewing. */
  inherited: boolean;
  /** Of a record; null follows its type's default. */
  wildcard: (typeof WILDCARDS)[number] | null;
}

export class ShareBook {
  readonly #byResource = new Map<string, Shares>();
  #tell: (id: string, shares: JsonObject) => void = () => undefined;

  of(id: string): Shares {
    const known = this.#byResource.get(id);
    return known ?? { members: new Map(), requests: new Map(), inherited: true, wildcard: null };
  }

  /** Keeps what `change` makes of the shares; all of it or, when it throws, nothing. */
  change<T>(id: string, change: (shares: Shares) => T): T {
    const { members, requests, inherited, wildcard } = this.of(id);
    const shares: Shares = {
      members: new Map(members),
      requests: new Map(requests),
      inherited,
      wildcard,
    };
    const result = change(shares);
    this.#byResource.set(id, shares);
    this.#tell(id, written(shares));
    return result;
  }

  ids(): readonly string[] {
    return [...this.#byResource.keys()];
  }

  onChange(listener: (id: string, shares: JsonObject) => void): void {
    this.#tell = listener;
  }

  /** Of an earlier run, told to nobody. */
  put(id: string, sent: JsonObject): void {
    const shares = this.of(id);
    const objects = (name: string): JsonObject[] => {
      const list = sent[name];
      return isList(list) ? list.filter(isJsonObject) : [];
    };
    const members = objects('members').map((one): Member => {
      const role = ROLES.find((name) => name === one['role']) ?? 'viewer';
      const subjectType = fieldText(one, 'subjectType') ?? '';
      return { subjectId: fieldText(one, 'subjectId') ?? '', subjectType, role };
    });
    this.#byResource.set(id, {
      ...shares,
      members: new Map(members.map((one) => [memberKey(one), one])),
      requests: new Map(objects('requests').map((one) => [fieldText(one, 'id') ?? '', one])),
      inherited: sent['inherited'] !== false,
      wildcard: WILDCARDS.find((name) => name === sent['wildcard']) ?? null,
    });
  }
}

/** A user and a group may have the same id. */
export function memberKey({
  subjectType,
  subjectId,
}: Pick<Member, 'subjectType' | 'subjectId'>): string {
  return `${subjectType} ${subjectId}`;
}

function written({ members, requests, inherited, wildcard }: Shares): JsonObject {
  return {
    members: [...members.values()].map((member) => ({ ...member })),
    requests: [...requests.values()],
    inherited,
    wildcard,
  };
}
